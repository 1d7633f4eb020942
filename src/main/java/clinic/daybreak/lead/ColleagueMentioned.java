package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.util.UUID;

/** A note was written for a colleague to see. */
public record ColleagueMentioned(LeadId lead, LocationId location, StaffId colleague) implements AuditableEvent {

    @Override
    public String action() {
        return "Colleague mentioned";
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
        return colleague.toString();
    }
}
