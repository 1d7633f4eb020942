package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** The patient allowed that whoever wrote for them is told about them. */
public record AuthorizationRecorded(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Authorization recorded";
    }
}
