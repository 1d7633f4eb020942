package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** A text needs a human; nothing but the neutral acknowledgement may be sent meanwhile. */
public record CrisisHoldPlaced(LeadId lead, LocationId location, CrisisLevel level) implements AuditableEvent {

    @Override
    public String action() {
        return "Crisis hold placed";
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
        return level.name();
    }
}
