package clinic.daybreak.capture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a way in from outside, for the feature that watches over it.
 *
 * @param version goes up with each change of its settings
 * @param lastReceived to ten minutes; empty when nothing was ever received
 * @param received in the four weeks up to then
 * @param longestGap between two that followed each other in these weeks; zero with fewer than two
 * @param refused in the last ten to twenty minutes
 * @param failed in the same time
 */
public record SourcePulse(
        SourceDetails source,
        long version,
        Instant openedAt,
        @Nullable Instant lastReceived,
        int received,
        Duration longestGap,
        int refused,
        int failed) {}
