package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody wrote again while their lead was open. */
public record LeadTouched(
        LeadId lead, LocationId location, @Nullable CrisisLevel crisisLevel) implements AuditableEvent {

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
