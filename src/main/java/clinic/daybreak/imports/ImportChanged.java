package clinic.daybreak.imports;

import clinic.daybreak.base.AuditableEvent;
import java.util.UUID;

/**
 * An import was started, cancelled, continued, finished or undone.
 *
 * @param action which of these
 */
public record ImportChanged(ImportId id, String action) implements AuditableEvent {

    static ImportChanged of(ImportRun run, String action) {
        return new ImportChanged(run.id(), action);
    }

    @Override
    public String subjectType() {
        return "Import";
    }

    @Override
    public UUID subjectId() {
        return id.value();
    }
}
