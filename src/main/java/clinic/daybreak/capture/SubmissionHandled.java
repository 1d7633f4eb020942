package clinic.daybreak.capture;

import clinic.daybreak.base.AuditableEvent;
import java.util.UUID;

/**
 * A human decided what becomes of a submission.
 *
 * @param action in words for the record
 */
public record SubmissionHandled(SubmissionId submission, String action) implements AuditableEvent {

    @Override
    public String subjectType() {
        return "Submission";
    }

    @Override
    public UUID subjectId() {
        return submission.value();
    }
}
