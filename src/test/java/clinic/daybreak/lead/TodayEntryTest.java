package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The order of Today, which depends on nothing but what is handed in. */
class TodayEntryTest {

    private static final Instant NOW = Instant.parse("2026-06-15T17:00:00Z");
    private static final LocationId PLACE = new LocationId(Uuid7.next());

    @Test
    void a_cry_for_help_comes_first_then_answers_promised_calls_news_the_woken_and_the_overdue() {
        var crisis = entry(lead(NextStep.BOOK, 500, CrisisLevel.RED), null);
        var reading = entry(lead(NextStep.ANSWER, -500, CrisisLevel.AMBER), null);
        var answer = entry(lead(NextStep.ANSWER, 4, null), null);
        var promised = entry(lead(NextStep.CALL_BACK, 10, null), null);
        var bounced = signalled(lead(NextStep.PRE_SCREEN, 400, null), -1);
        var woken = entry(lead(NextStep.RESUME, -1, null), null);
        var overdue = entry(lead(NextStep.CHASE_RECORDS, -9_000, null), null);
        var soon = entry(lead(NextStep.BOOK, 60, null), null);
        var wanted = List.of(crisis, reading, answer, promised, bounced, woken, overdue, soon);

        var mixed = new ArrayList<>(wanted);
        Collections.reverse(mixed);
        mixed.sort(TodayEntry.ORDER);

        assertThat(mixed).isEqualTo(wanted);
        assertThat(mixed).extracting(TodayEntry::group).containsExactly(TodayGroup.values());
    }

    @Test
    void within_a_group_whoever_has_been_due_longest_comes_first() {
        var late = entry(lead(NextStep.BOOK, -10, null), null);
        var later = entry(lead(NextStep.CHASE_RECORDS, -20, null), null);

        assertThat(List.of(late, later).stream().sorted(TodayEntry.ORDER)).containsExactly(later, late);
    }

    @Test
    void a_call_that_was_promised_for_the_afternoon_waits_until_then() {
        assertThat(entry(lead(NextStep.CALL_BACK, 200, null), null).group()).isEqualTo(TodayGroup.SOON);
        assertThat(entry(lead(NextStep.CALL_BACK, 15, null), null).group()).isEqualTo(TodayGroup.PROMISED);
    }

    @Test
    void news_does_not_push_an_answer_that_is_owed_down() {
        assertThat(signalled(lead(NextStep.ANSWER, 3, null), -5).group()).isEqualTo(TodayGroup.ANSWER);
    }

    @Property(tries = 500)
    void the_order_is_total_and_the_same_however_the_leads_come(
            @ForAll("leads") List<LeadSummary> leads, @ForAll long seed) {
        var entries = leads.stream().map(lead -> entry(lead, null)).toList();
        var once = entries.stream().sorted(TodayEntry.ORDER).toList();
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(shuffled.stream().sorted(TodayEntry.ORDER).toList()).isEqualTo(once);
        for (int i = 1; i < once.size(); i++) {
            var before = once.get(i - 1);
            var after = once.get(i);
            assertThat(before.group()).isLessThanOrEqualTo(after.group());
            if (before.group() == after.group()) {
                assertThat(before.due()).isBeforeOrEqualTo(after.due());
            }
        }
    }

    @Property(tries = 500)
    void nothing_stands_above_a_cry_for_help(@ForAll("leads") List<LeadSummary> leads) {
        var sorted = leads.stream()
                .map(lead -> entry(lead, null))
                .sorted(TodayEntry.ORDER)
                .map(entry -> entry.lead().crisisLevel() == CrisisLevel.RED)
                .toList();

        assertThat(sorted.lastIndexOf(true))
                .isEqualTo((int) sorted.stream().filter(red -> red).count() - 1);
    }

    @Provide
    Arbitrary<List<LeadSummary>> leads() {
        return Combinators.combine(
                        Arbitraries.of(NextStep.values()),
                        Arbitraries.integers().between(-2_000, 720),
                        Arbitraries.of(CrisisLevel.values()).injectNull(0.8))
                .as(TodayEntryTest::lead)
                .list()
                .ofMaxSize(30);
    }

    private static TodayEntry entry(LeadSummary lead, TodaySignal signal) {
        return TodayEntry.of(lead, signal, NOW);
    }

    private static TodayEntry signalled(LeadSummary lead, int minutes) {
        return entry(lead, new TodaySignal(lead.id(), "Mail came back", at(minutes)));
    }

    private static LeadSummary lead(NextStep step, int minutes, CrisisLevel level) {
        return new LeadSummary(
                LeadId.next(),
                "Ann Lee",
                false,
                PLACE,
                "Contact page",
                Stage.CONTACTED,
                NOW,
                null,
                null,
                NOW,
                NOW,
                null,
                WaitingFor.US,
                step,
                at(minutes),
                0,
                0,
                level,
                level == null ? null : at(minutes),
                null,
                1);
    }

    private static Instant at(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
