package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** The lead was closed with a reason; follows the change of stage. */
public record LeadClosed(LeadId lead, LocationId location, ClosingReason reason) implements AuditableEvent {

    @Override
    public String action() {
        return "Closed";
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
        return reason.name();
    }
}
