package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wrote again while their lead was open.
 *
 * @param imported whether by a file: nobody waits for an answer by mail
 */
public record LeadTouched(
        LeadId lead, LocationId location, @Nullable CrisisLevel crisisLevel, boolean imported)
        implements AuditableEvent {

    @Override
    public String action() {
        return "Wrote again";
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
