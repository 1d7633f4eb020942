package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/** Nothing about the patient may be told to whoever wrote for them any more. */
public record AuthorizationRevoked(LeadId lead, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Authorization revoked";
    }
}
