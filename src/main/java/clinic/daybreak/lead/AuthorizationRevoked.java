package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;

/** Nothing about the patient may be told to whoever wrote for them any more. */
public record AuthorizationRevoked(LeadId lead, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Authorization revoked";
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
