package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** A clinician has cleared the hold. */
public record CrisisHoldReleased(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Crisis hold released";
    }

    @Override
    public String subjectType() {
        return "Lead";
    }

    @Override
    public UUID subjectId() {
        return lead.value();
    }
}
