package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** The import that brought the lead was undone before anybody worked on it. */
public record LeadWithdrawn(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Lead withdrawn";
    }
}
