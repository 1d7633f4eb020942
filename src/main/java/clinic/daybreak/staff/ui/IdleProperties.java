package clinic.daybreak.staff.ui;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens when nobody is at the screen.
 *
 * @param lock after how long without a key or a click the screens of a session are locked
 */
@ConfigurationProperties("daybreak.idle")
record IdleProperties(@DefaultValue("15m") Duration lock) {}
