package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.NextStep;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.lead.TodayEntry;
import clinic.daybreak.lead.TodayGroup;
import clinic.daybreak.lead.WaitingFor;
import clinic.daybreak.location.LocationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TodayQueueTest {

    private static final Instant NOW = Instant.parse("2026-06-15T17:00:00Z");

    private final TodayQueue queue = new TodayQueue();
    private final TodayEntry one = entry(TodayGroup.OVERDUE);
    private final TodayEntry two = entry(TodayGroup.OVERDUE);
    private final TodayEntry urgent = entry(TodayGroup.ANSWER);
    private final TodayEntry crisis = entry(TodayGroup.CRISIS);

    @Test
    void new_work_is_counted_and_moves_nothing_until_it_is_asked_for() {
        queue.show(List.of(one, two));

        queue.update(List.of(urgent, one, two));

        assertThat(queue.shown()).containsExactly(one, two);
        assertThat(queue.waiting()).isEqualTo(1);
        queue.show(List.of(urgent, one, two));
        assertThat(queue.shown()).containsExactly(urgent, one, two);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void a_cry_for_help_comes_to_the_top_at_once() {
        queue.show(List.of(one, two));

        queue.update(List.of(crisis, one, two));

        assertThat(queue.shown()).containsExactly(crisis, one, two);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void what_a_colleague_has_done_stays_where_it_is_and_says_so() {
        queue.show(List.of(one, two));

        queue.update(List.of(two));

        assertThat(queue.shown()).containsExactly(one, two);
        assertThat(queue.isOver(one)).isTrue();
        assertThat(queue.isOver(two)).isFalse();
    }

    @Test
    void what_the_reader_worked_on_makes_room_and_comes_last_when_it_is_due_again_today() {
        queue.show(List.of(one, two));

        queue.worked(one.lead().id());
        queue.update(List.of(one, two));

        assertThat(queue.shown()).containsExactly(two, one);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void on_an_empty_screen_there_is_nothing_to_keep_still() {
        queue.show(List.of());

        queue.update(List.of(one));

        assertThat(queue.shown()).containsExactly(one);
        assertThat(queue.waiting()).isZero();
    }

    private static TodayEntry entry(TodayGroup group) {
        var lead = new LeadSummary(
                LeadId.parse(UUID.randomUUID().toString()),
                "Ann Lee",
                false,
                new LocationId(UUID.randomUUID()),
                "Contact page",
                Stage.CONTACTED,
                NOW,
                null,
                null,
                NOW,
                NOW,
                null,
                WaitingFor.US,
                NextStep.BOOK,
                NOW,
                0,
                0,
                group == TodayGroup.CRISIS ? CrisisLevel.RED : null,
                null,
                null,
                1);
        return new TodayEntry(lead, group, null, NOW);
    }
}
