package clinic.daybreak.capture;

import java.time.Instant;

/**
 * A submission that Daybreak could not make a lead of by itself.
 *
 * @param problem why, in words for staff
 */
public record WaitingSubmission(
        SubmissionId id, String source, Instant receivedAt, SubmissionState state, String problem) {}
