package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TaskServiceTest extends MergingTest {

    private static final Instant SOON = Instant.parse("2026-06-16T17:00:00Z");

    @Autowired
    TaskService tasks;

    private LeadId lead;
    private StaffMember stranger;

    @BeforeEach
    void somebodyWrites() {
        lead = wrote("Ann", "Lee", PersonFixtures.freshEmail(), "");
        stranger =
                StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, LocationFixtures.opened(system, locations));
    }

    @Test
    void open_tasks_stand_first_by_when_they_are_due_and_done_ones_below() {
        add("Send the price list", null);
        add("Ask Dr. Lin", SOON.plusSeconds(60));
        add("Call the office", SOON);
        var call = list().getFirst();
        assertThat(call.title()).isEqualTo("Call the office");

        act(() -> tasks.complete(call.id(), call.version()));

        assertThat(list())
                .extracting(TaskSummary::title)
                .containsExactly("Ask Dr. Lin", "Send the price list", "Call the office");
        assertThat(timeline(lead)).contains("Task for " + coordinator.fullName(), "Task done");
        assertThat(audit(lead)).contains("Task given", "Task done");
    }

    @Test
    void what_was_ticked_by_mistake_is_opened_again() {
        add("Call the office", SOON);
        var open = list().getFirst();
        act(() -> tasks.complete(open.id(), open.version()));
        var done = list().getFirst();

        act(() -> tasks.reopen(done.id(), done.version()));

        assertThat(list().getFirst().doneAt()).isNull();
    }

    @Test
    void a_tick_on_what_a_colleague_ticked_meanwhile_is_refused_in_words() {
        add("Call the office", SOON);
        var seen = list().getFirst();
        act(() -> tasks.complete(seen.id(), seen.version()));

        assertThatThrownBy(() -> act(() -> tasks.complete(seen.id(), seen.version())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("A colleague changed this task");
    }

    @Test
    void nobody_is_given_a_task_on_a_lead_that_they_may_not_see() {
        assertThatThrownBy(() -> act(() -> tasks.add(lead, new NewTask("Call", null, stranger.id()))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not work for this location");
        assertThatThrownBy(() -> act(() -> tasks.add(lead, new NewTask(" ", null, coordinator.id()))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Say what is to be done");
        assertThat(list()).isEmpty();
    }

    @Test
    void a_task_of_another_location_looks_like_one_that_does_not_exist() {
        add("Call the office", SOON);
        var task = list().getFirst();

        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> tasks.complete(task.id(), 0)))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> tasks.get(lead)))
                .isInstanceOf(RecordMissingException.class);
    }

    private void add(String title, Instant due) {
        act(() -> tasks.add(lead, new NewTask(title, due, coordinator.id())));
    }

    private List<TaskSummary> list() {
        return act(() -> tasks.get(lead)).tasks();
    }
}
