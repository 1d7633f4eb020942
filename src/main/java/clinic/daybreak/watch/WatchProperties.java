package clinic.daybreak.watch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ways in are watched.
 *
 * @param enabled whether it is done at all
 * @param every the pause between two rounds of looking and proving
 * @param ownUrl where this node reaches itself for the daily proofs; empty: its own port on this machine, without TLS
 */
@ConfigurationProperties("daybreak.watch")
record WatchProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1m") Duration every,
        @Nullable URI ownUrl) {}
