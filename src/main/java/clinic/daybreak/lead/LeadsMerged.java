package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff declared two leads to be one enquiry, or two enquiries of one person.
 *
 * @param lead the kept one
 * @param absorbed the other one; of one enquiry it is now a part of the kept one
 */
public record LeadsMerged(MergeId merge, MergeKind kind, LeadId lead, LeadId absorbed, LocationId location)
        implements AuditableEvent {

    @Override
    public String action() {
        return "Merged";
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
