package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** Nobody has answered in time, so the managers of the location are told; once for each lead. */
public record LeadEscalated(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Escalated to the managers";
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
