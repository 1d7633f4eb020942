package clinic.daybreak.lead;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff decided that the people of two leads are not the same. */
public record SuggestionDismissed(LeadId lead, LeadId other, LocationId location) implements AuditableEvent {

    @Override
    public String action() {
        return "Marked as two people";
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
        return other.value();
    }

    @Override
    public String detail() {
        return "not " + other;
    }
}
