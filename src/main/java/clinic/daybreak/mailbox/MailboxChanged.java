package clinic.daybreak.mailbox;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.capture.SourceId;
import java.util.UUID;

/**
 * A mailbox was opened, changed or closed.
 *
 * @param action in words for the record
 */
public record MailboxChanged(SourceId mailbox, String action) implements AuditableEvent {

    @Override
    public String subjectType() {
        return "Mailbox";
    }

    @Override
    public UUID subjectId() {
        return mailbox.value();
    }
}
