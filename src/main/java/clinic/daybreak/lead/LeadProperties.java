package clinic.daybreak.lead;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How leads are looked after.
 *
 * @param watch whether they are at all: passed on, told to managers, woken
 * @param every the pause between two rounds
 */
@ConfigurationProperties("daybreak.lead")
record LeadProperties(
        @DefaultValue("true") boolean watch,
        @DefaultValue("15s") Duration every) {}
