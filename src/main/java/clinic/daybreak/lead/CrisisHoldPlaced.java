package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** A text needs a human; nothing but the neutral acknowledgement may be sent meanwhile. */
public record CrisisHoldPlaced(LeadId lead, LocationId location, CrisisLevel level) implements LeadEvent {

    @Override
    public String action() {
        return "Crisis hold placed";
    }

    @Override
    public String detail() {
        return level.name();
    }
}
