package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** The lead went to another stage, also when it was closed. */
public record StageChanged(LeadId lead, LocationId location, Stage from, Stage to) implements AuditableEvent {

    @Override
    public String action() {
        return "Stage changed";
    }

    @Override
    public String subjectType() {
        return "Lead";
    }

    @Override
    public UUID subjectId() {
        return lead.value();
    }

    @Override
    public String detail() {
        return from.name() + " to " + to.name();
    }
}
