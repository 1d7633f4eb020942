package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** Nobody has answered in time, so the managers of the location are told; once for each lead. */
public record LeadEscalated(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Escalated to the managers";
    }
}
