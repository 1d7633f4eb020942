package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.InParallel;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.Appends;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.TeamService;
import clinic.daybreak.staff.WorkPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What happens to leads by itself as time passes, on a Monday from 10 o'clock in Bakersfield. Long, for each moment at which
 * something is due has its case.
 */
class LeadWatchTest extends MergingTest {

    @Autowired
    LeadWatch watch;

    @Autowired
    LeadPlanService plans;

    @Autowired
    TeamService team;

    @Autowired
    Appends appends;

    @Autowired
    AdjustableClock clock;

    @Test
    void a_hundred_enquiries_that_arrive_at_once_are_fair_within_one() {
        var colleagues = List.of(coordinator, colleague(), colleague(), colleague(), colleague(), colleague());

        var failures = InParallel.run(20, thread -> {
            for (int i = 0; i < 5; i++) {
                at(0, () -> wrote(PersonFixtures.freshName(), "Lee", PersonFixtures.freshEmail(), ""));
            }
        });

        assertThat(failures).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM leads WHERE location_id = ? GROUP BY owner_id")
                        .param(clinic.id().value())
                        .query(Integer.class)
                        .list())
                .hasSize(colleagues.size())
                .allMatch(number -> number == 16 || number == 17);
    }

    @Test
    void of_many_that_are_taken_in_together_nobody_gets_more_than_their_limit_while_others_have_room() {
        var other = colleague();
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
        StaffFixtures.as(
                contexts,
                manager,
                () -> team.list().stream()
                        .filter(each -> each.member().id().equals(other.id()))
                        .forEach(each -> team.change(
                                other.id(), each.version(), new WorkPlan(Set.of(), Map.of(), List.of(), 3))));

        at(
                0,
                () -> system.run(() -> transactions.execute(status -> {
                    appends.gather();
                    for (int i = 0; i < 20; i++) {
                        intake.accept(LeadFixtures.enquiry(
                                PersonFixtures.named(PersonFixtures.freshName(), "Lee"),
                                clinic.id(),
                                "Hello",
                                MORNING,
                                null));
                    }
                    return true;
                })));

        assertThat(jdbc.sql("SELECT COUNT(*) FROM leads WHERE owner_id = ?")
                        .param(other.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_new_lead_that_nobody_opens_is_passed_on_twice_and_then_told_to_the_managers_once() {
        var second = colleague();
        var third = colleague();
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));

        after(14, lead);
        assertThat(owner(lead)).isEqualTo(coordinator.id().toString());
        after(15, lead);
        assertThat(owner(lead)).isEqualTo(second.id().toString());
        after(30, lead);
        assertThat(owner(lead)).isEqualTo(third.id().toString());
        after(45, lead);
        after(60, lead);
        after(600, lead);

        assertThat(owner(lead)).isEqualTo(third.id().toString());
        assertThat(turns(lead))
                .containsExactly(
                        "Assigned to " + coordinator.fullName(),
                        "Passed on to " + second.fullName(),
                        "Passed on to " + third.fullName(),
                        "Escalated to the managers");
        assertThat(reasons(lead))
                .contains(
                        coordinator.fullName() + " has not opened it within 15 business minutes."
                                + " Longest without a new lead of 2 present",
                        "Passed on twice, and nobody has opened it");
        assertThat(alerts(lead)).isEqualTo(1);
    }

    @Test
    void one_that_its_owner_opened_or_tried_to_reach_stays_with_them() {
        colleague();
        var opened = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        var other = at(0, () -> wrote("Bo", "Lee", PersonFixtures.freshEmail(), ""));
        var owner = StaffFixtures.as(contexts, coordinator, () -> leads.open(opened))
                .owner();
        at(1, () -> StaffFixtures.as(contexts, owner, () -> leads.open(opened)));
        at(1, () -> {
            log(other, AttemptOutcome.NO_ANSWER);
            return other;
        });

        after(16, opened);
        after(16, other);

        assertThat(timeline(opened)).noneMatch(entry -> entry.startsWith("Passed on"));
        assertThat(timeline(other)).noneMatch(entry -> entry.startsWith("Passed on"));
    }

    @Test
    void opening_it_is_no_change_that_refuses_a_colleagues_one() {
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        long seen = version(lead);

        at(1, () -> open(lead));

        assertThat(version(lead)).isEqualTo(seen);
    }

    @Test
    void one_that_was_opened_but_not_answered_within_a_business_hour_is_told_to_the_managers_once() {
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        at(1, () -> open(lead));

        after(59, lead);
        assertThat(alerts(lead)).isZero();
        after(60, lead);
        after(61, lead);

        assertThat(alerts(lead)).isEqualTo(1);
        assertThat(reasons(lead)).contains("Nobody has tried to reach them within one business hour");
    }

    @Test
    void a_logged_attempt_stops_the_clock_and_a_snooze_does_not() {
        var answered = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        var snoozed = at(0, () -> wrote("Bo", "Lee", PersonFixtures.freshEmail(), ""));
        at(2, () -> {
            log(answered, AttemptOutcome.VOICEMAIL);
            act(() -> plans.snooze(snoozed, MORNING.plus(Duration.ofHours(30))));
            return answered;
        });

        after(60, answered);
        after(60, snoozed);

        assertThat(alerts(answered)).isZero();
        assertThat(alerts(snoozed)).isEqualTo(1);
    }

    @Test
    void nothing_is_passed_on_while_the_location_is_closed() {
        colleague();
        // Monday, 16:55: fifteen business minutes are over on Tuesday at 9:10
        var evening = MORNING.plus(Duration.ofMinutes(415));
        var lead = at(
                415,
                () -> wrote(
                        PersonFixtures.writer("Ann", "Lee", PersonFixtures.freshEmail(), ""), clinic, null, evening));

        after(415 + 5 * 60, lead);
        assertThat(owner(lead)).isEqualTo(coordinator.id().toString());
        after(23 * 60 + 10, lead);

        assertThat(timeline(lead)).anyMatch(entry -> entry.startsWith("Passed on"));
    }

    @Test
    void one_that_nobody_could_take_is_unassigned_and_dealt_as_soon_as_somebody_is_there() {
        var day = LocalDate.parse("2026-06-15");
        at(-60, () -> {
            act(() -> team.addAbsence(coordinator.id(), day, day));
            return day;
        });
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));

        assertThat(owner(lead)).isNull();
        assertThat(timeline(lead)).contains("Not assigned");
        assertThat(at(0, () -> act(() -> today.list(TodayFilter.NOBODY, 10))))
                .extracting(entry -> entry.lead().id())
                .containsExactly(lead);
        after(15, lead);
        assertThat(turns(lead)).containsExactly("Not assigned");
        var colleague = colleague();
        after(30, lead);
        assertThat(owner(lead)).isEqualTo(colleague.id().toString());
    }

    @Test
    void two_nodes_that_look_at_once_pass_it_on_once() {
        colleague();
        colleague();
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));

        var failures = InParallel.run(4, node -> after(15, lead));

        assertThat(failures).isEmpty();
        assertThat(timeline(lead))
                .filteredOn(entry -> entry.startsWith("Passed on"))
                .hasSize(1);
    }

    @Test
    void what_came_by_a_file_is_neither_passed_on_nor_told_to_anybody() {
        colleague();
        var lead = at(
                0,
                () -> LeadFixtures.opened(
                        system,
                        transactions,
                        intake,
                        new NewEnquiry(
                                PersonFixtures.writer("Ann", "Lee", PersonFixtures.freshEmail(), ""),
                                null,
                                clinic.id(),
                                "Hello",
                                "old.csv",
                                MORNING,
                                null,
                                Attribution.NONE,
                                true)));

        assertThat(watchAt(lead)).isNull();
    }

    @Test
    void who_wants_later_is_on_hold_until_that_day_and_comes_back_by_itself_with_the_reason() {
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        at(2, () -> {
            log(lead, AttemptOutcome.REACHED);
            act(() -> plans.putOnHold(lead, version(lead), LocalDate.parse("2026-06-20"), "After the move"));
            return lead;
        });

        assertThat(at(5, () -> act(() -> plans.get(lead))).holdUntil())
                .as("Saturday is closed: Monday, when it opens")
                .isEqualTo("2026-06-22T16:00:00Z");
        assertThat(at(5, () -> act(() -> today.list(TodayFilter.EVERYBODY, 10))))
                .isEmpty();
        var monday = (int)
                Duration.between(MORNING, Instant.parse("2026-06-22T16:00:00Z")).toMinutes();
        after(monday, lead);

        var entry = at(monday + 1, () -> act(() -> today.list(TodayFilter.EVERYBODY, 10)))
                .getFirst();
        assertThat(entry.group()).isEqualTo(TodayGroup.WOKEN);
        assertThat(reasons(lead)).contains("The day until which they wanted to wait has come: After the move");
        assertThat(open(lead).facts().stage()).isEqualTo(Stage.CONTACTED);
        assertThat(watchAt(lead)).isNull();
    }

    @Test
    void a_message_from_who_is_on_hold_ends_the_hold() {
        var email = PersonFixtures.freshEmail();
        var lead = at(0, () -> wrote("Ann", "Lee", email, ""));
        at(2, () -> {
            log(lead, AttemptOutcome.REACHED);
            act(() -> plans.putOnHold(lead, version(lead), LocalDate.parse("2026-07-20"), "After the move"));
            return lead;
        });

        at(90, () -> wrote("Ann", "Lee", email, ""));

        var plan = at(91, () -> act(() -> plans.get(lead)));
        assertThat(plan.holdUntil()).isNull();
        assertThat(plan.nextStep()).isEqualTo(NextStep.ANSWER);
    }

    @Test
    void nobody_is_put_on_hold_before_they_were_answered_or_into_the_past_or_without_a_reason() {
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        var later = LocalDate.parse("2026-07-20");

        at(1, () -> {
            assertThatThrownBy(() -> act(() -> plans.putOnHold(lead, version(lead), later, "After the move")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("Nobody has answered this person yet.");
            assertThatThrownBy(() -> act(() -> plans.putOnHold(lead, version(lead), later, " ")))
                    .hasMessageStartingWith("Say in a few words why they want later");
            assertThatThrownBy(() ->
                            act(() -> plans.putOnHold(lead, version(lead), LocalDate.parse("2026-06-12"), "Before")))
                    .hasMessage("That time has passed already. Choose a later one.");
            assertThatThrownBy(() -> act(() -> plans.snooze(lead, MORNING.minusSeconds(1))))
                    .hasMessage("That time has passed already. Choose a later one.");
            return lead;
        });
    }

    @Test
    void each_turn_is_counted_for_whom_the_lead_waited_in_business_time() {
        var lead = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        at(30, () -> {
            log(lead, AttemptOutcome.NO_ANSWER);
            return lead;
        });

        var times = at(24 * 60, () -> act(() -> plans.waiting(lead)));

        assertThat(times.now()).isEqualTo(WaitingFor.PERSON);
        assertThat(times.total())
                .containsEntry(WaitingFor.US, Duration.ofMinutes(30))
                .as("Monday 10:30 to 17:00, Tuesday 9:00 to 10:00")
                .containsEntry(WaitingFor.PERSON, Duration.ofMinutes(6 * 60 + 30 + 60))
                .hasSize(2);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM waiting_time WHERE lead_id = ?")
                        .param(lead.value())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void what_waited_twice_before_a_merge_counts_once_and_taken_back_each_has_its_own_again() {
        var one = at(0, () -> wrote("Ann", "Lee", PersonFixtures.freshEmail(), ""));
        var other = at(20, () -> wrote("Anne", "Lee", PersonFixtures.freshEmail(), ""));
        at(30, () -> {
            log(other, AttemptOutcome.NO_ANSWER);
            return other;
        });
        var merge = at(60, () -> merge(one, other, MergeKind.ONE_ENQUIRY));
        var kept = act(() -> leads.open(one)).facts().id();

        var merged = at(90, () -> act(() -> plans.waiting(kept)));
        assertThat(merged.total()).containsEntry(WaitingFor.US, Duration.ofMinutes(90));
        at(90, () -> {
            unmerge(merge);
            return kept;
        });

        assertThat(at(120, () -> act(() -> plans.waiting(one))).total())
                .containsEntry(WaitingFor.US, Duration.ofMinutes(120));
        assertThat(at(120, () -> act(() -> plans.waiting(other))).total().get(WaitingFor.US))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_wrong_number_is_marked_as_not_theirs_until_they_use_it_themselves() {
        var email = PersonFixtures.freshEmail();
        var lead = at(0, () -> wrote("Ann", "Lee", email, "(303) 555-0177"));
        at(2, () -> {
            log(lead, AttemptOutcome.WRONG_NUMBER);
            return lead;
        });

        assertThat(open(lead).correspondent().phones()).noneMatch(phone -> phone.isTheirs());
        assertThat(open(lead).facts().nextStep()).isEqualTo(NextStep.CONFIRM_NUMBER);
        at(9, () -> wrote("Ann", "Lee", email, "(303) 555-0177"));
        assertThat(open(lead).correspondent().phones()).allMatch(phone -> phone.isTheirs());
    }

    private StaffMember colleague() {
        return StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    /** So many minutes after Monday, 10 o'clock. */
    private <T> T at(int minutes, Supplier<T> work) {
        var result = new AtomicReference<T>();
        clock.asAt(MORNING.plus(Duration.ofMinutes(minutes)), () -> result.set(work.get()));
        return result.get();
    }

    private void after(int minutes, LeadId lead) {
        clock.asAt(MORNING.plus(Duration.ofMinutes(minutes)), () -> system.run(() -> watch.look(lead)));
    }

    private String owner(LeadId lead) {
        return jdbc.sql("SELECT owner_id FROM leads WHERE id = ?")
                .param(lead.value())
                .query((row, number) -> new String[] {row.getString("owner_id")})
                .single()[0];
    }

    private Object watchAt(LeadId lead) {
        return jdbc.sql("SELECT watch_at FROM leads WHERE id = ?")
                .param(lead.value())
                .query((row, number) -> new Object[] {row.getObject("watch_at")})
                .single()[0];
    }

    private List<String> turns(LeadId lead) {
        return jdbc.sql("SELECT summary FROM timeline_entry WHERE lead_id = ? AND kind = 'ASSIGNMENT'"
                        + " ORDER BY happened_at, id")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private List<String> reasons(LeadId lead) {
        return jdbc.sql("SELECT reason FROM timeline_entry WHERE lead_id = ? AND reason IS NOT NULL")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    /** As often as the managers of the location were told. */
    private int alerts(LeadId lead) {
        return jdbc.sql("SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE EVENT_TYPE LIKE '%StaffAlertRaised'"
                        + " AND SERIALIZED_EVENT LIKE ?")
                .param("%" + lead + "%")
                .query(Integer.class)
                .single();
    }
}
