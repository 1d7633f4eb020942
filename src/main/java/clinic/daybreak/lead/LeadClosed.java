package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** The lead was closed with a reason; follows the change of stage. */
public record LeadClosed(LeadId lead, LocationId location, ClosingReason reason) implements LeadEvent {

    @Override
    public String action() {
        return "Closed";
    }

    @Override
    public String detail() {
        return reason.name();
    }
}
