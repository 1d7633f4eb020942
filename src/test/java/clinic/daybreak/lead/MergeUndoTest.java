package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergeUndoTest {

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
    private static final LocationId PLACE = new LocationId(Uuid7.next());

    @Property
    void taking_a_merge_back_at_once_gives_the_kept_lead_as_it_was(
            @ForAll("leads") LeadFacts kept,
            @ForAll("leads") LeadFacts absorbed,
            @ForAll boolean contact,
            @ForAll boolean stage,
            @ForAll boolean owner) {
        var after = new MergePlan(
                        kept,
                        absorbed,
                        Map.of(
                                MergeField.CONTACT, pick(contact, kept, absorbed),
                                MergeField.STAGE, pick(stage, kept, absorbed),
                                MergeField.OWNER, pick(owner, kept, absorbed)))
                .merged();

        assertThat(new MergeUndo(kept, after, after).restored(kept.firstAttemptAt(), false))
                .isEqualTo(kept);
    }

    @Property
    void merging_never_lowers_a_hold_never_delays_an_answer_and_loses_no_count(
            @ForAll("leads") LeadFacts kept, @ForAll("leads") LeadFacts absorbed) {
        var merged = new MergePlan(kept, absorbed, Map.of()).merged();

        for (var lead : List.of(kept, absorbed)) {
            if (lead.crisisLevel() != null) {
                assertThat(merged.crisisLevel()).isGreaterThanOrEqualTo(lead.crisisLevel());
                assertThat(merged.crisisSince()).isBeforeOrEqualTo(lead.crisisSince());
            }
            if (lead.nextStep() == NextStep.ANSWER && merged.stage().isOpen()) {
                assertThat(merged.nextStep()).isEqualTo(NextStep.ANSWER);
                assertThat(merged.nextDueAt()).isBeforeOrEqualTo(lead.nextDueAt());
            }
            assertThat(merged.receivedAt()).isBeforeOrEqualTo(lead.receivedAt());
        }
        assertThat(merged.attempts()).isEqualTo(kept.attempts() + absorbed.attempts());
        assertThat(merged.touches()).isEqualTo(kept.touches() + absorbed.touches());
    }

    @Test
    void a_message_that_came_since_stays_unanswered() {
        var kept = lead(Stage.CONTACTED, NextStep.PRE_SCREEN, 1, 0, null, null, 0);
        var absorbed = lead(Stage.NEW, NextStep.ANSWER, 0, 0, null, null, 5);
        var after = new MergePlan(kept, absorbed, Map.of()).merged();
        var later = NOON.plus(Duration.ofHours(9));
        var touched = new LeadFacts(
                after.id(),
                after.person(),
                null,
                null,
                PLACE,
                after.source(),
                false,
                after.stage(),
                after.stageSince(),
                null,
                after.owner(),
                after.receivedAt(),
                later,
                after.firstAttemptAt(),
                WaitingFor.US,
                NextStep.ANSWER,
                later,
                after.attempts(),
                1,
                null,
                null,
                NOON,
                null,
                null,
                9);

        var restored = new MergeUndo(kept, after, touched).restored(null, false);

        assertThat(restored.nextStep()).isEqualTo(NextStep.ANSWER);
        assertThat(restored.nextDueAt()).isEqualTo(later);
        assertThat(restored.touches()).isEqualTo(1);
        assertThat(restored.receivedAt()).isEqualTo(kept.receivedAt());
    }

    private static LeadId pick(boolean first, LeadFacts kept, LeadFacts absorbed) {
        return first ? kept.id() : absorbed.id();
    }

    @Provide
    Arbitrary<LeadFacts> leads() {
        return Combinators.combine(
                        Arbitraries.of(Stage.values()),
                        Arbitraries.of(NextStep.values()),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(CrisisLevel.values()).injectNull(0.5),
                        Arbitraries.of(ClosingReason.values()).injectNull(0.5),
                        Arbitraries.integers().between(-500, 500))
                .as(MergeUndoTest::lead);
    }

    private static LeadFacts lead(
            Stage stage,
            NextStep step,
            int attempts,
            int touches,
            CrisisLevel level,
            ClosingReason reason,
            int minutes) {
        var at = NOON.plus(Duration.ofMinutes(minutes));
        var next = stage.isOpen() ? step : null;
        return new LeadFacts(
                LeadId.next(),
                new PersonId(Uuid7.next()),
                touches == 2 ? new PersonId(Uuid7.next()) : null,
                null,
                PLACE,
                "Contact page",
                touches == 3,
                stage,
                at,
                reason,
                attempts == 3 ? null : new StaffId(Uuid7.next()),
                at,
                at.plusSeconds(60),
                attempts == 0 ? null : at.plusSeconds(30),
                next == null ? WaitingFor.NOBODY : WaitingFor.US,
                next,
                next == null ? null : at.plusSeconds(60),
                attempts,
                touches,
                level,
                level == null ? null : at,
                at,
                step == NextStep.RESUME ? at.plusSeconds(90) : null,
                step == NextStep.RESUME ? "Wants later" : null,
                7);
    }
}
