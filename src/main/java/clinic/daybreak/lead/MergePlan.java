package clinic.daybreak.lead;

import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.person.PreferredContact;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two leads are together (decision 24): the earliest receipt with its source, the gravest hold, attempts and touches
 * of both, an unanswered message still unanswered; the rest as chosen.
 */
final class MergePlan {

    private final LeadFacts kept;
    private final LeadFacts absorbed;
    private final Map<MergeField, LeadId> picks;

    MergePlan(LeadFacts kept, LeadFacts absorbed, Map<MergeField, LeadId> picks) {
        this.kept = kept;
        this.absorbed = absorbed;
        this.picks = picks;
    }

    /** Whether the first one stays: the open one, then the one that is further, then the older one. */
    static boolean stays(LeadFacts first, LeadFacts second) {
        return Comparator.comparing((LeadFacts lead) -> lead.stage().isOpen())
                        .thenComparing(lead ->
                                lead.stage().isClosed() ? -1 : lead.stage().ordinal())
                        .thenComparing(LeadFacts::receivedAt, Comparator.reverseOrder())
                        .thenComparing(lead -> lead.id().toString(), Comparator.reverseOrder())
                        .compare(first, second)
                > 0;
    }

    /** What is preselected: of the kept one, unless it has nothing to say; and nobody is told about the patient by default. */
    static Map<MergeField, LeadId> preset(MergeSide kept, MergeSide absorbed) {
        var preset = new EnumMap<MergeField, LeadId>(MergeField.class);
        for (var field : MergeField.values()) {
            preset.put(
                    field,
                    (isEmpty(field, kept) && !isEmpty(field, absorbed) ? absorbed : kept)
                            .facts()
                            .id());
        }
        if (kept.contact() != null && absorbed.contact() == null) {
            preset.put(MergeField.CONTACT, absorbed.facts().id());
        }
        return preset;
    }

    private static boolean isEmpty(MergeField field, MergeSide side) {
        PersonDetails person = side.person();
        return switch (field) {
            case FIRST_NAME -> person.name().first().isEmpty();
            case LAST_NAME -> person.name().last().isEmpty();
            case BIRTH_DATE -> person.birthDate() == null;
            case PREFERRED_CONTACT -> person.preferredContact() == PreferredContact.ANY;
            case OWNER -> side.owner() == null;
            case LANGUAGE, CONTACT, STAGE, LOCATION -> false;
        };
    }

    LeadFacts merged() {
        var first = kept.receivedAt().isAfter(absorbed.receivedAt()) ? absorbed : kept;
        var stage = of(MergeField.STAGE);
        var contact = of(MergeField.CONTACT);
        var plan = unanswered().filter(lead -> stage.stage().isOpen()).orElse(stage);
        var crisis = gravest();
        return new LeadFacts(
                kept.id(),
                kept.person(),
                contact.contact(),
                contact.authorization(),
                of(MergeField.LOCATION).location(),
                first.source(),
                first.imported(),
                stage.stage(),
                stage.stageSince(),
                stage.closingReason(),
                of(MergeField.OWNER).owner(),
                first.receivedAt(),
                plan.responseDueAt(),
                earliest(kept.firstAttemptAt(), absorbed.firstAttemptAt()),
                plan.waitingFor(),
                plan.nextStep(),
                plan.nextDueAt(),
                kept.attempts() + absorbed.attempts(),
                kept.touches() + absorbed.touches(),
                crisis == null ? null : crisis.crisisLevel(),
                earliest(kept.crisisSince(), absorbed.crisisSince()),
                // whose turn it was before the merge is counted on the other lead
                plan.waitingFor() == kept.waitingFor() ? kept.waitingSince() : null,
                plan.holdUntil(),
                plan.holdReason(),
                kept.version());
    }

    private LeadFacts of(MergeField field) {
        return absorbed.id().equals(picks.get(field)) ? absorbed : kept;
    }

    /** Whoever waits for an answer goes on waiting for it, the longest first. */
    private Optional<LeadFacts> unanswered() {
        return Stream.of(kept, absorbed)
                .filter(lead -> lead.nextStep() == NextStep.ANSWER)
                .min(Comparator.comparing(LeadFacts::responseDueAt));
    }

    private @Nullable LeadFacts gravest() {
        return Stream.of(kept, absorbed)
                .filter(lead -> lead.crisisLevel() != null)
                .max(Comparator.comparing(LeadFacts::crisisLevel))
                .orElse(null);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
