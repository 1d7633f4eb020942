package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote and a new lead was opened for them.
 *
 * @param imported whether by a file: nobody waits for an answer by mail
 */
public record LeadOpened(
        LeadId lead, LocationId location, @Nullable CrisisLevel crisisLevel, boolean imported) implements LeadEvent {

    @Override
    public String action() {
        return "Lead opened";
    }
}
