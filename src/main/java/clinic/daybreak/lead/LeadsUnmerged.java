package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge was taken back: both are again what they were. */
public record LeadsUnmerged(MergeId merge, MergeKind kind, LeadId lead, LeadId absorbed, LocationId location)
        implements AuditableEvent {

    @Override
    public String action() {
        return "Unmerged";
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
    public @Nullable UUID otherSubjectId() {
        return absorbed.value();
    }

    @Override
    public String detail() {
        return kind + " with " + absorbed;
    }
}
