package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** The import that brought the lead was undone before anybody worked on it. */
public record LeadWithdrawn(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Lead withdrawn";
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
