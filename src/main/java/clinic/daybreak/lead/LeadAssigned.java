package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;

/** The lead has an owner, or another one than before. */
public record LeadAssigned(LeadId lead, LocationId location, StaffId owner) implements LeadEvent {

    @Override
    public String action() {
        return "Assigned";
    }

    @Override
    public String detail() {
        return owner.toString();
    }
}
