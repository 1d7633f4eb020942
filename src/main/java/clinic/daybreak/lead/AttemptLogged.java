package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** A human tried to reach the person. */
public record AttemptLogged(LeadId lead, LocationId location, AttemptOutcome outcome) implements AuditableEvent {

    @Override
    public String action() {
        return "Attempt logged";
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
        return outcome.name();
    }
}
