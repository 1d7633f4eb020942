package clinic.daybreak.capture;

import clinic.daybreak.base.AuditableEvent;
import java.util.UUID;

/**
 * A way in was opened, changed or revoked.
 *
 * @param action in words for the record
 * @param code of the way in
 */
public record SourceChanged(SourceId source, String action, String code) implements AuditableEvent {

    @Override
    public String subjectType() {
        return "Source";
    }

    @Override
    public UUID subjectId() {
        return source.value();
    }

    @Override
    public String detail() {
        return code;
    }
}
