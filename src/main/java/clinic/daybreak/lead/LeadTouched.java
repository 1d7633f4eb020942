package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote again while their lead was open.
 *
 * @param imported whether by a file: nobody waits for an answer by mail
 */
public record LeadTouched(
        LeadId lead, LocationId location, @Nullable CrisisLevel crisisLevel, boolean imported) implements LeadEvent {

    @Override
    public String action() {
        return "Wrote again";
    }
}
