package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.time.Instant;
import java.util.UUID;

/** The person wants to be contacted later; nothing is due until then (DOMAIN 1, overlay ON_HOLD). */
public record LeadPutOnHold(LeadId lead, LocationId location, Instant until) implements AuditableEvent {

    @Override
    public String action() {
        return "Put on hold";
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
        return "until " + until;
    }
}
