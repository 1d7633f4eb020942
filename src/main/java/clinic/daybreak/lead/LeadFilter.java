package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are wanted. Empty parts do not restrict; whatever is wanted, only leads of the locations of the one who
 * asks are found.
 *
 * @param q the beginning of a name, an e-mail address, or a telephone number in any spelling
 * @param receivedFrom inclusive
 * @param receivedTo exclusive
 */
public record LeadFilter(
        String q,
        Set<Stage> stages,
        @Nullable LocationId location,
        @Nullable StaffId owner,
        boolean onCrisisHold,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedTo) {

    public static final LeadFilter ALL = new LeadFilter("", Set.of(), null, null, false, null, null);

    public LeadFilter withStages(Set<Stage> wanted) {
        return new LeadFilter(q, wanted, location, owner, onCrisisHold, receivedFrom, receivedTo);
    }

    public LeadFilter withText(String text) {
        return new LeadFilter(text, stages, location, owner, onCrisisHold, receivedFrom, receivedTo);
    }

    public LeadFilter withLocation(@Nullable LocationId wanted) {
        return new LeadFilter(q, stages, wanted, owner, onCrisisHold, receivedFrom, receivedTo);
    }

    public LeadFilter withOwner(@Nullable StaffId wanted) {
        return new LeadFilter(q, stages, location, wanted, onCrisisHold, receivedFrom, receivedTo);
    }

    public LeadFilter withCrisisHold(boolean wanted) {
        return new LeadFilter(q, stages, location, owner, wanted, receivedFrom, receivedTo);
    }
}
