package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** The time for which a lead was on hold is over. */
public record LeadWoken(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Woken";
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
