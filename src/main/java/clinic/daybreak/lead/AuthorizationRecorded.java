package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** The patient allowed that whoever wrote for them is told about them. */
public record AuthorizationRecorded(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Authorization recorded";
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
