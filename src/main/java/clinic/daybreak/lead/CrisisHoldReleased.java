package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** A clinician has cleared the hold. */
public record CrisisHoldReleased(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Crisis hold released";
    }
}
