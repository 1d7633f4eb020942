package clinic.daybreak.watch;

import java.time.Instant;

/**
 * A daily proof as the page of its way in shows it.
 *
 * @param problem in words; empty unless it failed
 */
public record CanarySummary(Instant sentAt, CanaryState state, String problem) {}
