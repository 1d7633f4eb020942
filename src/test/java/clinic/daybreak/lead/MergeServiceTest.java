package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.person.Voicemail;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long, for it goes through everything that must be right while two leads are one, and once they are two again. */
class MergeServiceTest extends MergingTest {

    private final String email = PersonFixtures.freshEmail();
    private final String otherEmail = PersonFixtures.freshEmail();

    // what the kept lead is

    @Test
    void the_earlier_receipt_its_source_and_what_was_done_on_both_stay() {
        var first = wrote(PersonFixtures.writer("Ann", "Lee", email, ""), clinic, null, MORNING.minusSeconds(86_400));
        var second = wrote("Anna", "Lea", otherEmail, "");
        log(second, AttemptOutcome.NO_ANSWER);
        log(second, AttemptOutcome.REACHED);
        wrote("Ann", "Lee", email, "");

        merge(first, second, MergeKind.ONE_ENQUIRY);

        var facts = open(second).facts();
        assertThat(facts.id()).isEqualTo(second); // the one that is further
        assertThat(facts.receivedAt()).isEqualTo(MORNING.minusSeconds(86_400));
        assertThat(facts.attempts()).isEqualTo(2);
        assertThat(facts.touches()).isEqualTo(1);
        assertThat(facts.stage()).isEqualTo(Stage.CONTACTED);
        assertThat(open(second).timeline())
                .extracting(TimelineItem::summary)
                .contains("Wrote by Contact page", "Call: Reached", "Wrote again by Contact page");
    }

    @Test
    void an_unanswered_message_still_waits_for_its_answer() {
        var reached = wrote("Ann", "Lee", email, "");
        log(reached, AttemptOutcome.REACHED);
        var waiting = wrote("Anna", "Lea", otherEmail, "");
        var due = open(waiting).facts().nextDueAt();

        merge(reached, waiting, MergeKind.ONE_ENQUIRY);

        var facts = open(reached).facts();
        assertThat(facts.stage()).isEqualTo(Stage.CONTACTED);
        assertThat(facts.nextStep()).isEqualTo(NextStep.ANSWER);
        assertThat(facts.nextDueAt()).isEqualTo(due);
    }

    @Test
    void addresses_of_both_stay_and_the_stricter_consent_and_voicemail_count() {
        var born = LocalDate.of(1980, 2, 29);
        var yes = wrote(
                somebody("Ann", "Lee", email, "(661) 555-0142", born, Voicemail.ALLOWED, true), clinic, null, MORNING);
        var no = wrote(somebody("Anna", "", otherEmail, "", null, Voicemail.FORBIDDEN, false), clinic, null, MORNING);

        merge(yes, no, MergeKind.ONE_ENQUIRY);

        var person = open(yes).patient();
        assertThat(person.emails()).extracting(PersonDetails.Email::address).containsOnly(email, otherEmail);
        assertThat(person.phones()).hasSize(1);
        assertThat(person.voicemail()).isEqualTo(Voicemail.FORBIDDEN);
        assertThat(person.consents()).containsEntry(ConsentPurpose.SMS, false);
        assertThat(person.birthDate()).isEqualTo(born);
    }

    @Test
    void what_they_say_once_they_are_one_counts_for_both() {
        var one = wrote(somebody("Ann", "Lee", email, "", null, Voicemail.UNKNOWN, null), clinic, null, MORNING);
        var two = wrote(somebody("Anna", "", otherEmail, "", null, Voicemail.UNKNOWN, false), clinic, null, MORNING);
        var merge = merge(one, two, MergeKind.ONE_ENQUIRY);

        wrote(somebody("Anna", "", otherEmail, "", null, Voicemail.UNKNOWN, true), clinic, null, MORNING);

        assertThat(open(one).patient().consents()).containsEntry(ConsentPurpose.SMS, true);
        unmerge(merge);
        assertThat(open(kept(one, two).equals(one) ? two : one).patient().consents())
                .as("the one who forbade it and said nothing since")
                .containsEntry(ConsentPurpose.SMS, false);
    }

    @Test
    void each_differing_value_is_taken_from_the_side_that_was_chosen() {
        var left = wrote("Ann", "Lee", email, "");
        var right = wrote("Anna", "Lea", otherEmail, "");
        var colleague = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        act(() -> leads.assign(right, version(right), colleague.id()));

        merge(
                left,
                right,
                MergeKind.ONE_ENQUIRY,
                Map.of(MergeField.FIRST_NAME, left, MergeField.LAST_NAME, right, MergeField.OWNER, right));

        var kept = open(left);
        assertThat(kept.patient().name().full()).isEqualTo("Ann Lea");
        assertThat(kept.owner().id()).isEqualTo(colleague.id());
    }

    @Test
    void the_graver_hold_wins() {
        var calm = wrote("Ann", "Lee", email, "");
        log(calm, AttemptOutcome.REACHED);
        var held = wrote("Anna", "Lea", otherEmail, "");
        LeadFixtures.holdForCrisis(system, transactions, intake, held, CrisisLevel.RED);

        merge(calm, held, MergeKind.ONE_ENQUIRY);

        assertThat(open(calm).facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
        assertThat(act(() -> leads.listOnCrisisHold(100)))
                .extracting(LeadSummary::id)
                .containsExactly(calm);
    }

    @Test
    void nobody_who_wrote_for_them_is_written_to_by_default() {
        var own = wrote("Bo", "Lee", email, "");
        var mothers = wrote(
                PersonFixtures.writer("Ann", "Lee", otherEmail, ""),
                clinic,
                PersonFixtures.writer("Bo", "Lee", "", ""),
                MORNING.minusSeconds(60));

        merge(own, mothers, MergeKind.ONE_ENQUIRY);

        var kept = kept(own, mothers);
        assertThat(kept).isEqualTo(mothers);
        assertThat(open(kept).contact()).isNull();
        assertThat(found(otherEmail)).as("found by the mother still").containsExactly(kept);
        assertThat(wrote(
                        PersonFixtures.writer("Ann", "Lee", otherEmail, ""),
                        clinic,
                        PersonFixtures.writer("Bo", "Lee", "", ""),
                        MORNING))
                .as("and so does her next message")
                .isEqualTo(kept);
        assertThat(wrote("Bo", "Lee", email, "")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_next_message_to_either_location_touches_the_one_lead(boolean toTheOther) {
        var elsewhere = LocationFixtures.opened(system, locations);
        var here = wrote("Ann", "Lee", email, "");
        var there =
                wrote(PersonFixtures.writer("Anna", "Lea", otherEmail, ""), elsewhere, null, MORNING.plusSeconds(60));
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic, elsewhere);
        var order =
                order(here, there, MergeKind.ONE_ENQUIRY, Map.of(MergeField.LOCATION, there, MergeField.OWNER, there));
        StaffFixtures.as(contexts, manager, () -> merges.merge(order));

        var again =
                wrote(PersonFixtures.writer("Ann", "Lee", email, ""), toTheOther ? elsewhere : clinic, null, MORNING);

        assertThat(again).isEqualTo(here);
    }

    // where it is found, and where not

    @Test
    void the_absorbed_lead_is_in_no_list_count_or_figure_and_its_address_leads_to_the_kept_one() {
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Anna", "Lea", otherEmail, "");

        merge(kept, absorbed, MergeKind.ONE_ENQUIRY);

        assertThat(act(() -> leads.list(LeadFilter.ALL, LeadOrder.NEWEST, null, 0, 100)))
                .extracting(LeadSummary::id)
                .containsExactly(kept);
        assertThat(act(() -> leads.count(LeadFilter.ALL))).isEqualTo(1);
        assertThat(act(() -> leads.countByStage(LeadFilter.ALL)).get(Stage.NEW)).isEqualTo(1);
        assertThat(act(() -> today.list(TodayFilter.EVERYBODY, 100)))
                .extracting(entry -> entry.lead().id())
                .containsExactly(kept);
        assertThat(open(absorbed).facts().id()).isEqualTo(kept);
    }

    @Test
    void it_is_found_by_every_address_and_name_of_both_also_by_one_that_was_not_chosen() {
        var first = PersonFixtures.freshName();
        var other = PersonFixtures.freshName();
        var kept = wrote(first, "Lee", email, "(661) 555-0143");
        var absorbed = wrote(other, "Lea", otherEmail, "");

        merge(kept, absorbed, MergeKind.ONE_ENQUIRY, Map.of(MergeField.FIRST_NAME, absorbed));

        for (var q : List.of(email, otherEmail, "(661) 555-0143", first, other, first + " Lee", other + " Lea")) {
            assertThat(found(q)).as(q).containsExactly(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_writes_again_by_either_address_touches_the_kept_lead(boolean byAbsorbed) {
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Zoe", "Kay", otherEmail, "");
        merge(kept, absorbed, MergeKind.ONE_ENQUIRY, Map.of(MergeField.FIRST_NAME, absorbed));

        var again = byAbsorbed ? wrote("Zoe", "Kay", otherEmail, "") : wrote("Ann", "Lee", email, "");

        assertThat(again).isEqualTo(kept);
        assertThat(open(kept).facts().touches()).isEqualTo(1);
        assertThat(addresses()).as("no address is written down twice").containsExactlyInAnyOrder(email, otherEmail);
    }

    @Test
    void an_attempt_and_a_note_made_on_the_absorbed_one_are_the_kept_ones() {
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Anna", "Lea", otherEmail, "");
        merge(kept, absorbed, MergeKind.ONE_ENQUIRY);

        log(absorbed, AttemptOutcome.REACHED);
        act(() -> notes.add(absorbed, "Prefers mornings"));

        assertThat(open(kept).facts().stage()).isEqualTo(Stage.CONTACTED);
        assertThat(timeline(kept)).contains("Call: Reached", "Note");
        assertThatThrownBy(() -> act(() -> leads.close(absorbed, version(absorbed), ClosingReason.COST, "")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("merged this lead into another");
    }

    @Test
    void other_enquiries_of_both_show_each_other_with_the_reason_they_were_closed_for() {
        var old = wrote("Ann", "Lee", email, "");
        act(() -> leads.close(old, version(old), ClosingReason.COST, ""));
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Anna", "Lea", otherEmail, "");

        assertThat(act(() -> leads.listOthers(absorbed, 10))).isEmpty();
        merge(kept, absorbed, MergeKind.ONE_ENQUIRY);

        assertThat(act(() -> leads.listOthers(kept, 10))).singleElement().satisfies(other -> {
            assertThat(other.id()).isEqualTo(old);
            assertThat(other.closingReason()).isEqualTo(ClosingReason.COST);
        });
    }

    @Test
    void earlier_enquiries_at_another_location_are_not_shown_to_who_does_not_work_there() {
        var elsewhere = LocationFixtures.opened(system, locations);
        wrote(PersonFixtures.writer("Ann", "Lee", email, ""), elsewhere, null, MORNING);
        var here = wrote("Ann", "Lee", email, "");

        assertThat(act(() -> leads.listOthers(here, 10))).isEmpty();
    }

    // two enquiries of one person

    @Test
    void one_that_came_to_its_end_stays_an_episode_of_its_own() {
        var closed = wrote("Ann", "Lee", email, "");
        act(() -> leads.close(closed, version(closed), ClosingReason.COST, ""));
        var open = wrote("Anna", "Lea", otherEmail, "");

        assertThat(act(() -> merges.compare(closed, open, MergeKind.ONE_ENQUIRY))
                        .kinds())
                .containsExactly(MergeKind.TWO_ENQUIRIES);
        assertThatThrownBy(() -> merge(closed, open, MergeKind.ONE_ENQUIRY)).isInstanceOf(RefusedException.class);
        merge(closed, open, MergeKind.TWO_ENQUIRIES);

        assertThat(open(closed).facts().stage()).isEqualTo(Stage.LOST);
        assertThat(open(open).facts().stage()).isEqualTo(Stage.NEW);
        assertThat(open(closed).patient().id()).isEqualTo(open(open).patient().id());
        assertThat(act(() -> leads.listOthers(open, 10)))
                .extracting(LeadSummary::id)
                .containsExactly(closed);
        assertThat(found(email)).containsExactlyInAnyOrder(closed, open);
        assertThatThrownBy(() -> act(() -> merges.compare(closed, open, null)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("there is nothing to merge");
    }

    @Test
    void a_parent_and_the_child_for_whom_they_wrote_are_never_one() {
        var child = wrote(
                PersonFixtures.writer("Ann", "Lee", email, ""),
                clinic,
                PersonFixtures.writer("Bo", "Lee", "", ""),
                MORNING);
        var own = wrote("Ann", "Lee", email, "");

        assertThatThrownBy(() -> act(() -> merges.compare(child, own, null)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("wrote for the other");
    }

    // who may

    @Test
    void a_lead_of_another_location_cannot_be_merged_compared_or_taken_back() {
        var elsewhere = LocationFixtures.opened(system, locations);
        var hers = wrote("Ann", "Lee", email, "");
        var theirs = wrote(PersonFixtures.writer("Anna", "Lea", otherEmail, ""), elsewhere, null, MORNING);
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic, elsewhere);

        assertThatThrownBy(() -> act(() -> merges.compare(hers, theirs, null)))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> merge(hers, theirs, MergeKind.ONE_ENQUIRY)).isInstanceOf(RecordMissingException.class);
        var order = order(hers, theirs, MergeKind.ONE_ENQUIRY, Map.of(MergeField.LOCATION, hers));
        var merge = StaffFixtures.as(contexts, manager, () -> merges.merge(order));

        assertThat(open(hers).facts().location()).isEqualTo(clinic.id());
        assertThatThrownBy(() -> unmerge(merge)).isInstanceOf(RecordMissingException.class);
        assertThat(act(() -> merges.list(hers)))
                .singleElement()
                .satisfies(shown -> assertThat(shown.undoable()).isFalse());
        StaffFixtures.as(contexts, manager, () -> merges.unmerge(merge));
        assertThatThrownBy(() -> open(theirs)).isInstanceOf(RecordMissingException.class);
    }

    @Test
    void an_owner_who_does_not_work_at_the_chosen_location_is_refused() {
        var elsewhere = LocationFixtures.opened(system, locations);
        var here = wrote("Ann", "Lee", email, "");
        var there = wrote(PersonFixtures.writer("Anna", "Lea", otherEmail, ""), elsewhere, null, MORNING);
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic, elsewhere);
        var order =
                order(here, there, MergeKind.ONE_ENQUIRY, Map.of(MergeField.OWNER, here, MergeField.LOCATION, there));

        assertThatThrownBy(() -> StaffFixtures.as(contexts, manager, () -> merges.merge(order)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not work for the location");
        assertThat(open(here).facts().location()).isEqualTo(clinic.id());
    }

    @Test
    void what_a_colleague_changed_meanwhile_is_not_merged_unseen() {
        var one = wrote("Ann", "Lee", email, "");
        var two = wrote("Anna", "Lea", otherEmail, "");
        var seen = order(one, two, MergeKind.ONE_ENQUIRY, Map.of());
        log(two, AttemptOutcome.REACHED);

        assertThatThrownBy(() -> act(() -> merges.merge(seen)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("A colleague changed this lead");
        assertThat(found(otherEmail)).containsExactly(two);
    }

    @Test
    void who_merged_and_who_took_it_back_is_on_both_timelines_and_on_the_record_of_both() {
        var one = wrote("Ann", "Lee", email, "");
        var two = wrote("Anna", "Lea", otherEmail, "");

        unmerge(merge(one, two, MergeKind.ONE_ENQUIRY));

        assertThat(timeline(one)).contains("Merged with the enquiry of Jun 15, 2026, Contact page");
        assertThat(timeline(two)).contains("Merged into the enquiry of Jun 15, 2026, Contact page");
        for (var lead : List.of(one, two)) {
            assertThat(timeline(lead)).contains("Merge taken back: this is an enquiry of its own again");
            assertThat(audit(lead)).contains("Merged", "Unmerged");
            assertThat(open(lead).timeline())
                    .filteredOn(item -> item.kind() == TimelineKind.MERGE)
                    .hasSize(2)
                    .allMatch(item -> coordinator.fullName().equals(item.actor()));
        }
    }

    // the way back

    @Test
    void what_people_did_since_stays_with_the_kept_one_and_the_absorbed_one_is_as_it_was() {
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Anna", "Lea", otherEmail, "");
        log(absorbed, AttemptOutcome.NO_ANSWER);
        var merge = merge(kept, absorbed, MergeKind.ONE_ENQUIRY);
        assertThat(open(kept).facts().id()).as("the one that is further stays").isEqualTo(absorbed);
        log(absorbed, AttemptOutcome.REACHED);
        wrote("Ann", "Lee", email, "");

        unmerge(merge);

        var facts = open(absorbed).facts();
        assertThat(facts.stage()).isEqualTo(Stage.CONTACTED);
        assertThat(facts.attempts()).isEqualTo(2);
        assertThat(facts.touches()).isEqualTo(1);
        assertThat(open(kept).facts().stage()).isEqualTo(Stage.NEW);
        assertThat(open(kept).facts().attempts()).isZero();
        assertThat(found(email)).containsExactly(kept);
        assertThat(found(otherEmail)).containsExactly(absorbed);
    }

    @Test
    void a_first_attempt_that_was_made_on_the_merged_lead_still_counts_for_the_kept_one() {
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Anna", "Lea", otherEmail, "");
        var merge = merge(kept, absorbed, MergeKind.ONE_ENQUIRY);
        log(kept, AttemptOutcome.NO_ANSWER);

        unmerge(merge);

        assertThat(open(kept).facts().firstAttemptAt()).isNotNull();
        assertThat(open(absorbed).facts().firstAttemptAt()).isNull();
    }

    @Test
    void a_cry_for_help_since_the_merge_keeps_the_hold_when_it_is_taken_back() {
        var kept = wrote("Ann", "Lee", email, "");
        var absorbed = wrote("Anna", "Lea", otherEmail, "");
        LeadFixtures.holdForCrisis(system, transactions, intake, absorbed, CrisisLevel.RED);
        var merge = merge(kept, absorbed, MergeKind.ONE_ENQUIRY);
        LeadFixtures.holdForCrisis(system, transactions, intake, kept, CrisisLevel.RED);

        unmerge(merge);

        assertThat(open(kept).facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
        assertThat(open(absorbed).facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
    }

    @Test
    void of_several_merges_the_newest_is_taken_back_first_and_each_gives_back_its_own() {
        var a = wrote("Ann", "Lee", email, "");
        var b = wrote("Bea", "Kay", otherEmail, "");
        var c = wrote("Cleo", "Moss", PersonFixtures.freshEmail(), "");
        log(c, AttemptOutcome.REACHED);
        var first = merge(a, b, MergeKind.ONE_ENQUIRY);
        var second = merge(a, c, MergeKind.ONE_ENQUIRY);
        assertThat(List.of(a, b, c))
                .allSatisfy(lead -> assertThat(open(lead).facts().id()).isEqualTo(c));

        assertThatThrownBy(() -> unmerge(first))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Take the newer merge back first");
        unmerge(second);
        assertThat(open(b).facts().id()).isEqualTo(a);
        assertThat(found(otherEmail)).containsExactly(a);
        unmerge(first);

        assertThat(open(b).facts().id()).isEqualTo(b);
        assertThat(found(otherEmail)).containsExactly(b);
        assertThatThrownBy(() -> unmerge(first))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("taken back already");
    }

    private LeadId kept(LeadId one, LeadId other) {
        return jdbc.sql("SELECT kept_id FROM lead_merge WHERE kept_id IN (:ids) ORDER BY nr DESC LIMIT 1")
                .param("ids", List.of(one.value(), other.value()))
                .query((row, number) -> LeadId.parse(row.getString("kept_id")))
                .single();
    }

    private List<String> addresses() {
        return jdbc.sql("SELECT address FROM person_email WHERE address IN (?, ?)")
                .param(email)
                .param(otherEmail)
                .query(String.class)
                .list();
    }
}
