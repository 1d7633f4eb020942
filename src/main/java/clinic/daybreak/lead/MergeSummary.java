package clinic.daybreak.lead;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A merge that stands.
 *
 * @param name of the one who was merged, as they wrote it; may be empty
 * @param zone of the lead's location, in which times are shown
 * @param by full name of who merged
 * @param undoable whether the one who asks may take it back now: it is the newest of these people, and both leads are theirs to see
 */
public record MergeSummary(
        MergeId id, MergeKind kind, String name, Instant at, ZoneId zone, String by, boolean undoable) {}
