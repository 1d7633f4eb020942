package clinic.daybreak.lead;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the kept lead is once a merge is taken back. What still has the merged value has its own again; what people changed
 * since stays; what belongs together goes together. Counts lose what the other lead brought and keep what came since.
 */
final class MergeUndo {

    private final LeadFacts before;
    private final LeadFacts after;
    private final LeadFacts now;

    MergeUndo(LeadFacts before, LeadFacts after, LeadFacts now) {
        this.before = before;
        this.after = after;
        this.now = now;
    }

    /**
     * @param ownFirstAttempt when a human first tried by this lead itself
     * @param crisisSince whether a cry for help was found on this lead itself since the merge: then the hold stays
     */
    LeadFacts restored(@Nullable Instant ownFirstAttempt, boolean crisisSince) {
        var contact = side(LeadFacts::contact, LeadFacts::authorization);
        var receipt = side(LeadFacts::receivedAt, LeadFacts::source, LeadFacts::imported);
        var stage = side(LeadFacts::stage, LeadFacts::stageSince, LeadFacts::closingReason);
        var plan = side(
                LeadFacts::waitingFor,
                LeadFacts::nextStep,
                LeadFacts::nextDueAt,
                LeadFacts::responseDueAt,
                LeadFacts::holdUntil,
                LeadFacts::holdReason);
        var crisis = crisisSince ? now : side(LeadFacts::crisisLevel, LeadFacts::crisisSince);
        return new LeadFacts(
                now.id(),
                now.person(),
                contact.contact(),
                contact.authorization(),
                side(LeadFacts::location).location(),
                receipt.source(),
                receipt.imported(),
                stage.stage(),
                stage.stageSince(),
                stage.closingReason(),
                side(LeadFacts::owner).owner(),
                receipt.receivedAt(),
                plan.responseDueAt(),
                before.firstAttemptAt() == null ? ownFirstAttempt : before.firstAttemptAt(),
                plan.waitingFor(),
                plan.nextStep(),
                plan.nextDueAt(),
                now.attempts() - (after.attempts() - before.attempts()),
                now.touches() - (after.touches() - before.touches()),
                crisis.crisisLevel(),
                crisis.crisisSince(),
                plan.waitingSince(),
                plan.holdUntil(),
                plan.holdReason(),
                now.version());
    }

    /** The state before the merge when none of these was changed since, else the state now. */
    @SafeVarargs
    private LeadFacts side(Function<LeadFacts, @Nullable Object>... values) {
        boolean unchanged =
                List.of(values).stream().allMatch(value -> Objects.equals(value.apply(now), value.apply(after)));
        return unchanged ? before : now;
    }
}
