package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** The time for which a lead was on hold is over. */
public record LeadWoken(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Woken";
    }
}
