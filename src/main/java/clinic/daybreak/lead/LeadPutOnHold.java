package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import java.time.Instant;

/** The person wants to be contacted later; nothing is due until then (DOMAIN 1, overlay ON_HOLD). */
public record LeadPutOnHold(LeadId lead, LocationId location, Instant until) implements LeadEvent {

    @Override
    public String action() {
        return "Put on hold";
    }

    @Override
    public String detail() {
        return "until " + until;
    }
}
