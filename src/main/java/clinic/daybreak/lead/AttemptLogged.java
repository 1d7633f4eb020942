package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** A human tried to reach the person. */
public record AttemptLogged(LeadId lead, LocationId location, AttemptOutcome outcome) implements LeadEvent {

    @Override
    public String action() {
        return "Attempt logged";
    }

    @Override
    public String detail() {
        return outcome.name();
    }
}
