package clinic.daybreak.watch;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.capture.SourceId;
import java.util.UUID;

/** A sender's own list was compared with what was stored. */
public record ListCompared(SourceId source, int listed, int missing) implements AuditableEvent {

    @Override
    public String action() {
        return "Sender's list compared";
    }

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
        return listed + " listed, " + missing + " missing";
    }
}
