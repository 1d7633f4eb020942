package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** The lead went to another stage, also when it was closed. */
public record StageChanged(LeadId lead, LocationId location, Stage from, Stage to) implements LeadEvent {

    @Override
    public String action() {
        return "Stage changed";
    }

    @Override
    public String detail() {
        return from.name() + " to " + to.name();
    }
}
