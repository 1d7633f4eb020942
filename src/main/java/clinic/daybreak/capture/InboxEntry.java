package clinic.daybreak.capture;

import java.time.Instant;

/**
 * A submission that is not a lead, as the list shows it: nothing of what was written.
 *
 * @param source name of the way in
 * @param problem why it is here, in words for staff
 * @param repeats how often its sender delivered it again
 */
public record InboxEntry(SubmissionId id, String source, Instant receivedAt, String problem, int repeats) {}
