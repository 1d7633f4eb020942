package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;

/** A note was written for a colleague to see. */
public record ColleagueMentioned(LeadId lead, LocationId location, StaffId colleague) implements LeadEvent {

    @Override
    public String action() {
        return "Colleague mentioned";
    }

    @Override
    public String detail() {
        return colleague.toString();
    }
}
