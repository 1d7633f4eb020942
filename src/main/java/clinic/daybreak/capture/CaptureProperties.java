package clinic.daybreak.capture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits against floods, per node. Each bucket holds {@code burst} deliveries and fills up again steadily.
 *
 * @param doubtful per client address: beyond it what comes is kept apart for a human instead of becoming leads
 * @param perAddress per client address: beyond it nothing is accepted for the moment
 * @param perSource per way in: beyond it nothing is accepted for the moment
 */
@ConfigurationProperties("daybreak.capture")
record CaptureProperties(
        @DefaultValue({}) Doubtful doubtful,
        @DefaultValue({}) PerAddress perAddress,
        @DefaultValue({}) PerSource perSource) {

    /** @param perMinute what comes back each minute */
    record Doubtful(
            @DefaultValue("200") int burst,
            @DefaultValue("20") int perMinute) {}

    /** @param perMinute what comes back each minute */
    record PerAddress(
            @DefaultValue("600") int burst,
            @DefaultValue("300") int perMinute) {}

    /** @param perMinute what comes back each minute */
    record PerSource(
            @DefaultValue("60000") int burst,
            @DefaultValue("120000") int perMinute) {}
}
