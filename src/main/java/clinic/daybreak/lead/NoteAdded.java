package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** Staff wrote a note on the timeline. */
public record NoteAdded(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Note added";
    }

    @Override
    public String subjectType() {
        return "Lead";
    }

    @Override
    public UUID subjectId() {
        return lead.value();
    }
}
