package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.util.UUID;

/** The lead has an owner, or another one than before. */
public record LeadAssigned(LeadId lead, LocationId location, StaffId owner) implements AuditableEvent {

    @Override
    public String action() {
        return "Assigned";
    }

    @Override
    public String subjectType() {
        return "Lead";
    }

    @Override
    public UUID subjectId() {
        return lead.value();
    }

    @Override
    public String detail() {
        return owner.toString();
    }
}
