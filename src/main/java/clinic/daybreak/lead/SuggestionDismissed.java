package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff decided that the people of two leads are not the same. */
public record SuggestionDismissed(LeadId lead, LeadId other, LocationId location) implements LeadEvent {

    @Override
    public String action() {
        return "Marked as two people";
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
