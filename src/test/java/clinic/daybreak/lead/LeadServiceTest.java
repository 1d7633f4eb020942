package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/** Long, for it takes every verb of the service in turn: who sees what, what changes, what is found, and what is refused. */
@IntegrationTest
class LeadServiceTest {

    private static final Instant MORNING = Instant.parse("2026-06-15T17:00:00Z");

    @Autowired
    LeadService leads;

    @Autowired
    NoteService notes;

    @Autowired
    TodayService today;

    @Autowired
    LeadIntake intake;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;
    private StaffMember coordinator;

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        coordinator = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    // who sees what

    @Test
    void a_coordinator_of_another_location_finds_nothing_and_is_told_it_does_not_exist() {
        var email = PersonFixtures.freshEmail();
        var lead = lead("Ann", "Lee", email, "", MORNING);
        var elsewhere = LocationFixtures.opened(system, locations);
        var stranger = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, elsewhere);
        var call = new NewAttempt(AttemptChannel.CALL, AttemptOutcome.REACHED, null, "");

        StaffFixtures.as(contexts, stranger, () -> {
            missing(() -> leads.open(lead));
            missing(() -> leads.requireVisible(lead));
            missing(() -> leads.isChanged(lead, 0, 0));
            missing(() -> leads.logAttempt(lead, call));
            missing(() -> notes.add(lead, "Hello"));
            missing(() -> leads.move(lead, 0, Stage.CONTACTED, ""));
            missing(() -> leads.close(lead, 0, ClosingReason.SPAM, ""));
            missing(() -> leads.assign(lead, 0, stranger.id()));
            for (var filter : List.of(
                    LeadFilter.ALL,
                    LeadFilter.ALL.withText(email),
                    LeadFilter.ALL.withLocation(clinic.id()),
                    LeadFilter.ALL.withOwner(coordinator.id()))) {
                assertThat(leads.list(filter, LeadOrder.NEWEST, null, 0, 100)).isEmpty();
                assertThat(leads.count(filter)).isZero();
                assertThat(leads.countByStage(filter).values()).allMatch(number -> number == 0);
            }
            assertThat(today.list(TodayFilter.EVERYBODY, 100)).isEmpty();
            assertThat(today.list(TodayFilter.of(coordinator.id()), 100)).isEmpty();
        });
    }

    @Test
    void an_administrator_sees_every_location() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        var admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);

        assertThat(StaffFixtures.as(
                        contexts, admin, () -> leads.open(lead).facts().id()))
                .isEqualTo(lead);
    }

    @Test
    void a_member_of_staff_without_a_location_sees_nobody() {
        lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        var nowhere = StaffFixtures.opened(system, staff, StaffRole.MANAGER);

        assertThat(StaffFixtures.as(
                        contexts, nowhere, () -> leads.list(LeadFilter.ALL, LeadOrder.NEWEST, null, 0, 100)))
                .isEmpty();
        assertThat(StaffFixtures.as(contexts, nowhere, () -> leads.count(LeadFilter.ALL)))
                .isZero();
    }

    @Test
    void an_address_that_is_no_id_belongs_to_no_lead() {
        assertThatThrownBy(() -> LeadId.parse("1' OR '1'='1")).isInstanceOf(RecordMissingException.class);
        missing(() -> act(() -> leads.open(new LeadId(Uuid7.next()))));
    }

    // changes

    @Test
    void an_unseen_change_of_a_colleague_is_not_overwritten() {
        var lead = contacted();
        var seen = version(lead);
        act(() -> leads.move(lead, seen, Stage.QUALIFIED, ""));

        for (var action : List.<Runnable>of(
                () -> leads.move(lead, seen, Stage.CONTACTED, ""),
                () -> leads.close(lead, seen, ClosingReason.COST, ""),
                () -> leads.assign(lead, seen, coordinator.id()))) {
            assertThatThrownBy(() -> act(action))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("A colleague changed this lead while you had it open."
                            + " Look at the timeline, then do it again.");
        }
        assertThat(open(lead).facts().stage()).isEqualTo(Stage.QUALIFIED);
    }

    @Test
    void of_two_colleagues_who_move_one_lead_at_once_one_wins() {
        var lead = contacted();
        var seen = version(lead);

        var failures = InParallel.run(2, number -> act(() -> leads.move(lead, seen, Stage.QUALIFIED, "")));

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOfAny(RefusedException.class, OptimisticLockingFailureException.class));
        assertThat(count("SELECT COUNT(*) FROM stage_change WHERE to_stage = 'QUALIFIED' AND lead_id = ?", lead))
                .isEqualTo(1);
    }

    @Test
    void two_attempts_logged_at_once_are_both_kept() {
        var lead = contacted();
        var call = new NewAttempt(AttemptChannel.CALL, AttemptOutcome.NO_ANSWER, null, "");

        var failures = InParallel.run(4, number -> act(() -> leads.logAttempt(lead, call)));

        assertThat(failures).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM attempt WHERE lead_id = ?", lead))
                .isEqualTo(5);
        assertThat(open(lead).facts().attempts()).isEqualTo(5);
    }

    @Test
    void a_logged_attempt_is_on_the_timeline_in_the_tables_and_on_the_record() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);

        act(() -> leads.logAttempt(
                lead, new NewAttempt(AttemptChannel.CALL, AttemptOutcome.VOICEMAIL, null, " Said hello ")));

        var entry = newest(lead, TimelineKind.ATTEMPT);
        assertThat(entry.summary()).isEqualTo("Call: Left a voicemail");
        assertThat(entry.body()).isEqualTo("Said hello");
        assertThat(entry.actor()).isEqualTo(coordinator.fullName());
        assertThat(newest(lead, TimelineKind.STAGE).summary()).isEqualTo("New to Contacting");
        assertThat(rows("""
                        SELECT CONCAT_WS(' ', channel, outcome, staff_id) FROM attempt WHERE lead_id = ?
                        """, lead)).containsExactly("CALL VOICEMAIL " + coordinator.id());
        assertThat(rows("""
                        SELECT CONCAT_WS(' ', from_stage, to_stage, staff_id) FROM stage_change
                        WHERE lead_id = ? ORDER BY id
                        """, lead)).containsExactly("NEW", "NEW CONTACTING " + coordinator.id());
        assertThat(audit(lead)).contains("Attempt logged VOICEMAIL", "Stage changed NEW to CONTACTING");
    }

    @Test
    void a_move_and_a_close_are_on_the_timeline_in_the_tables_and_on_the_record() {
        var lead = contacted();

        act(() -> leads.move(lead, version(lead), Stage.QUALIFIED, "All answers are there"));
        act(() -> leads.close(lead, version(lead), ClosingReason.COST, "Too much for now"));

        assertThat(newest(lead, TimelineKind.STAGE).summary()).isEqualTo("Qualified to Lost");
        assertThat(newest(lead, TimelineKind.STAGE).reason()).isEqualTo("Cost: Too much for now");
        assertThat(rows("""
                        SELECT CONCAT_WS('|', from_stage, to_stage, reason) FROM stage_change
                        WHERE lead_id = ? ORDER BY id DESC LIMIT 2
                        """, lead))
                .containsExactly("QUALIFIED|LOST|Cost: Too much for now", "CONTACTED|QUALIFIED|All answers are there");
        assertThat(audit(lead))
                .contains("Stage changed CONTACTED to QUALIFIED", "Stage changed QUALIFIED to LOST", "Closed COST");
        assertThat(open(lead).facts().closingReason()).isEqualTo(ClosingReason.COST);
    }

    @Test
    void a_note_is_kept_as_written_and_on_the_record() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);

        act(() -> notes.add(lead, " D’Angelo & <b>李</b> 😀\nsecond line "));

        assertThat(newest(lead, TimelineKind.NOTE).body()).isEqualTo("D’Angelo & <b>李</b> 😀\nsecond line");
        assertThat(newest(lead, TimelineKind.NOTE).actor()).isEqualTo(coordinator.fullName());
        assertThat(audit(lead)).contains("Note added ");
    }

    @Test
    void empty_and_endless_notes_are_refused() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);

        assertThatThrownBy(() -> act(() -> notes.add(lead, " \n ")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The note is empty. Write something, or leave it.");
        assertThatThrownBy(() -> act(() -> notes.add(lead, "x".repeat(10_001))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("longer than 10,000 characters");
    }

    @Test
    void a_call_back_needs_a_time_to_come() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);

        assertThatThrownBy(() -> act(() -> leads.logAttempt(
                        lead, new NewAttempt(AttemptChannel.CALL, AttemptOutcome.CALL_BACK, null, ""))))
                .hasMessage("Say when they want to be called back.");
        assertThatThrownBy(() -> act(() -> leads.logAttempt(
                        lead,
                        new NewAttempt(AttemptChannel.CALL, AttemptOutcome.CALL_BACK, MORNING.minusSeconds(1), ""))))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_lead_is_given_only_to_a_colleague_of_its_location() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        var elsewhere = LocationFixtures.opened(system, locations);
        var stranger = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, elsewhere);
        var colleague = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);

        assertThatThrownBy(() -> act(() -> leads.assign(lead, version(lead), stranger.id())))
                .isInstanceOf(RefusedException.class)
                .hasMessageEndingWith("does not work for this location. Choose a colleague who does.");
        act(() -> leads.assign(lead, version(lead), colleague.id()));
        assertThat(open(lead).owner()).isEqualTo(colleague);
    }

    @Test
    void a_lead_is_not_given_to_somebody_whose_account_is_switched_off() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        var gone = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        jdbc.sql("UPDATE staff_account SET active = FALSE WHERE id = ?")
                .param(gone.id().value())
                .update();

        assertThatThrownBy(() -> act(() -> leads.assign(lead, version(lead), gone.id())))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void the_history_and_the_record_can_be_neither_changed_nor_deleted() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        open(lead);

        for (var sql : List.of(
                "UPDATE timeline_entry SET summary = 'x' WHERE lead_id = ?",
                "DELETE FROM timeline_entry WHERE lead_id = ?",
                "UPDATE audit_entry SET actor_name = 'x' WHERE subject_id = ?",
                "DELETE FROM audit_entry WHERE subject_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(lead.value()).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    // search

    @ParameterizedTest
    @CsvSource({"nun", "NÚÑ", "Núñez", "lucia", "Lucía", "Lucía María Núñez", "lucia maria n"})
    void a_lead_is_found_by_the_beginning_of_its_names_without_regard_to_accents(String q) {
        var lead = lead("Lucía María", "Núñez", PersonFixtures.freshEmail(), "", MORNING);
        lead("Bob", "Low", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(found(q)).containsExactly(lead);
    }

    @Test
    void a_lead_is_found_by_first_and_last_name_without_the_middle_one() {
        var lead = lead("Lucía María", "Núñez", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(found("lucia nunez")).containsExactly(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de la", "De la Cruz", "garcia m"})
    void a_lead_is_found_by_a_last_name_of_several_words(String q) {
        var cruz = lead("Ana", "de la Cruz", PersonFixtures.freshEmail(), "", MORNING);
        var marquez = lead("Leo", "García Márquez", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(found(q)).containsExactly(q.startsWith("g") ? marquez : cruz);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Ne", "o'neil", "王", "王伟", "Suharto"})
    void apostrophes_other_scripts_and_single_names_are_found(String q) {
        lead("Sean", "O'Neil", PersonFixtures.freshEmail(), "", MORNING);
        lead("王伟", "", PersonFixtures.freshEmail(), "", MORNING);
        lead("Suharto", "", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(found(q)).hasSize(1);
    }

    @Test
    void a_lead_is_found_by_its_e_mail_and_its_beginning_in_any_case() {
        var email = PersonFixtures.freshEmail();
        var lead = lead("Ann", "Lee", email, "", MORNING);

        assertThat(found(email)).containsExactly(lead);
        assertThat(found(" " + email.toUpperCase(java.util.Locale.ROOT) + " ")).containsExactly(lead);
        assertThat(found(email.substring(0, email.indexOf('@') + 1))).containsExactly(lead);
        assertThat(found("x" + email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(303) 555-0100",
                "303.555.0100",
                "3035550100",
                "+13035550100",
                "1 303 555 0100",
                "303-555",
                "+1 303",
                "303 555 0100 x2"
            })
    void a_lead_is_found_by_its_telephone_in_any_spelling(String q) {
        // a name of its own, for the same name at the same telephone would be the same person
        var lead = lead(PersonFixtures.freshName(), "Lee", PersonFixtures.freshEmail(), "+1 303 555 0100 x2", MORNING);
        lead(PersonFixtures.freshName(), "Low", PersonFixtures.freshEmail(), "(661) 555-0142", MORNING);

        assertThat(found(q)).containsExactly(lead);
    }

    @Test
    void a_lead_is_found_by_whoever_wrote_for_the_patient() {
        var email = PersonFixtures.freshEmail();
        var lead = LeadFixtures.opened(
                system,
                transactions,
                intake,
                new NewEnquiry(
                        PersonFixtures.writer("Ann", "Lee", email, "(303) 555-0188"),
                        PersonFixtures.writer("Bo", "Low", "", ""),
                        clinic.id(),
                        "Hello",
                        "Contact page",
                        MORNING,
                        null,
                        Attribution.NONE,
                        false));

        assertThat(found("Low")).containsExactly(lead);
        assertThat(found(email)).containsExactly(lead);
        assertThat(found("303 555 0188")).containsExactly(lead);
        assertThat(found("Lee")).containsExactly(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "%%", "L%", "L_e", "\\", "'", "\"", "' OR 1=1 -- ", "Lee' --", "%@%", "\\%"})
    void signs_of_sql_are_only_signs(String q) {
        lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(found(q)).isEmpty();
    }

    @Test
    void a_name_with_signs_of_sql_is_found_by_them() {
        var percent = lead("100%", "Sure_ly", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(found("100%")).containsExactly(percent);
        assertThat(found("Sure_")).containsExactly(percent);
    }

    // pages and numbers

    @Test
    void pages_give_each_lead_exactly_once_newest_first_even_with_equal_times() {
        var made = new ArrayList<LeadId>();
        for (int i = 0; i < 23; i++) {
            made.add(lead("Ann" + i, "Lee", PersonFixtures.freshEmail(), "", MORNING.plusSeconds(i / 6)));
        }

        var seen = new ArrayList<LeadSummary>();
        LeadCursor after = null;
        List<LeadSummary> page;
        do {
            var from = after;
            page = act(() -> leads.list(LeadFilter.ALL, LeadOrder.NEWEST, from, 0, 5));
            seen.addAll(page);
            after = page.isEmpty() ? after : page.getLast().cursor(LeadOrder.NEWEST);
        } while (!page.isEmpty());

        assertThat(seen).extracting(LeadSummary::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen)
                .isSortedAccordingTo(
                        Comparator.comparing(LeadSummary::receivedAt).reversed());
        assertThat(act(() ->
                        leads.list(LeadFilter.ALL, LeadOrder.NEWEST, seen.get(3).cursor(LeadOrder.NEWEST), 2, 4)))
                .extracting(LeadSummary::id)
                .isEqualTo(seen.subList(6, 10).stream().map(LeadSummary::id).toList());
        assertThat(act(() -> leads.count(LeadFilter.ALL))).isEqualTo(23);
    }

    @Test
    void a_figure_and_the_list_behind_it_agree() {
        lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        lead("Bob", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        contacted();

        var figures = act(() -> leads.countByStage(LeadFilter.ALL));

        assertThat(figures.keySet()).containsExactly(Stage.values());
        for (var stage : Stage.values()) {
            var filter = LeadFilter.ALL.withStages(Set.of(stage));
            assertThat(act(() -> leads.list(filter, LeadOrder.NEWEST, null, 0, 100)))
                    .hasSize(figures.get(stage).intValue());
            assertThat(act(() -> leads.count(filter)))
                    .isEqualTo(figures.get(stage).intValue());
        }
        assertThat(figures).containsEntry(Stage.NEW, 2L).containsEntry(Stage.CONTACTED, 1L);
    }

    @Test
    void counting_stops_at_a_thousand_and_one() {
        var lead = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        var columns = rows("""
                SELECT GROUP_CONCAT(column_name) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'leads' AND column_name <> 'id' AND ? IS NOT NULL
                """, lead).getFirst();
        for (int doubled = 1; doubled < 1_024; doubled *= 2) {
            jdbc.sql("INSERT INTO leads (id, " + columns + ") SELECT UUID(), " + columns
                            + " FROM leads WHERE location_id = ?")
                    .param(clinic.id().value())
                    .update();
        }

        assertThat(act(() -> leads.count(LeadFilter.ALL))).isEqualTo(1_001);
    }

    @Test
    void filters_restrict_by_time_owner_hold_and_location() {
        var early = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING);
        var late = lead("Bob", "Lee", PersonFixtures.freshEmail(), "", MORNING.plusSeconds(10));
        LeadFixtures.holdForCrisis(system, transactions, intake, early, CrisisLevel.AMBER);

        assertThat(list(new LeadFilter("", Set.of(), null, null, false, MORNING.plusSeconds(10), null)))
                .containsExactly(late);
        assertThat(list(new LeadFilter("", Set.of(), null, null, false, null, MORNING.plusSeconds(10))))
                .containsExactly(early);
        assertThat(list(LeadFilter.ALL.withOwner(coordinator.id()))).containsExactly(late, early);
        assertThat(list(LeadFilter.ALL.withCrisisHold(true))).containsExactly(early);
        assertThat(act(() -> leads.listOnCrisisHold(10)))
                .extracting(LeadSummary::id)
                .containsExactly(early);
    }

    @Test
    void what_has_been_due_longest_comes_first() {
        var second = lead("Ann", "Lee", PersonFixtures.freshEmail(), "", MORNING.plusSeconds(60));
        var first = lead("Bob", "Lee", PersonFixtures.freshEmail(), "", MORNING);

        assertThat(act(() -> today.list(TodayFilter.of(coordinator.id()), 10)))
                .extracting(entry -> entry.lead().id())
                .containsExactly(first, second);
    }

    private LeadId lead(String first, String last, String email, String phone, Instant at) {
        return LeadFixtures.opened(
                system,
                transactions,
                intake,
                LeadFixtures.enquiry(PersonFixtures.writer(first, last, email, phone), clinic.id(), "Hello", at, null));
    }

    private LeadId contacted() {
        var lead = lead("Cy", "Low", PersonFixtures.freshEmail(), "", MORNING);
        act(() -> leads.logAttempt(lead, new NewAttempt(AttemptChannel.CALL, AttemptOutcome.REACHED, null, "")));
        return lead;
    }

    private List<LeadId> found(String q) {
        var filter = LeadFilter.ALL.withText(q);
        var found = list(filter);
        assertThat(act(() -> leads.count(filter))).isEqualTo(found.size());
        return found;
    }

    private List<LeadId> list(LeadFilter filter) {
        return act(() -> leads.list(filter, LeadOrder.NEWEST, null, 0, 100)).stream()
                .map(LeadSummary::id)
                .toList();
    }

    private LeadDetails open(LeadId lead) {
        return act(() -> leads.open(lead));
    }

    private long version(LeadId lead) {
        return open(lead).facts().version();
    }

    private TimelineItem newest(LeadId lead, TimelineKind kind) {
        return open(lead).timeline().stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<String> audit(LeadId lead) {
        return rows("SELECT CONCAT_WS(' ', action, detail) FROM audit_entry WHERE subject_id = ?", lead);
    }

    private List<String> rows(String sql, LeadId lead) {
        return jdbc.sql(sql).param(lead.value()).query(String.class).list();
    }

    private int count(String sql, LeadId lead) {
        return jdbc.sql(sql).param(lead.value()).query(Integer.class).single();
    }

    private <T> T act(Supplier<T> work) {
        return StaffFixtures.as(contexts, coordinator, work);
    }

    private void act(Runnable work) {
        StaffFixtures.as(contexts, coordinator, work);
    }

    private static void missing(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(RecordMissingException.class).hasMessageEndingWith("not found");
    }
}
