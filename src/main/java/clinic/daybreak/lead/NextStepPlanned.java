package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import java.time.Instant;

/** Staff decided when the next step is due. */
public record NextStepPlanned(LeadId lead, LocationId location, Instant dueAt) implements LeadEvent {

    @Override
    public String action() {
        return "Next step planned";
    }

    @Override
    public String detail() {
        return dueAt.toString();
    }
}
