package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.time.Instant;
import java.util.UUID;

/** Staff decided when the next step is due. */
public record NextStepPlanned(LeadId lead, LocationId location, Instant dueAt) implements AuditableEvent {

    @Override
    public String action() {
        return "Next step planned";
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
        return dueAt.toString();
    }
}
