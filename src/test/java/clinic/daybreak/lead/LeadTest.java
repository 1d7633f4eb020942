package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.staff.StaffRole;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadTest {

    private static final OpeningHours HOURS = LocationFixtures.weekdaysNineToFive("America/Los_Angeles");
    /** Monday, 10 o'clock in Bakersfield. */
    private static final Instant MONDAY_10 = LeadFixtures.RECEIVED;

    private static final Instant MONDAY_11 = MONDAY_10.plus(Duration.ofHours(1));

    @Test
    void a_new_lead_waits_for_us_is_wanted_within_five_minutes_and_due_within_a_business_hour() {
        var facts = LeadFixtures.newLead().facts();

        assertThat(facts.stage()).isEqualTo(Stage.NEW);
        assertThat(facts.waitingFor()).isEqualTo(WaitingFor.US);
        assertThat(facts.nextStep()).isEqualTo(NextStep.ANSWER);
        assertThat(facts.responseDueAt()).isEqualTo(MONDAY_11);
        assertThat(facts.nextDueAt()).isEqualTo(MONDAY_10.plus(Duration.ofMinutes(5)));
        assertThat(facts.firstAttemptAt()).isNull();
    }

    @Test
    void the_first_attempt_stops_the_clock_and_moves_a_new_lead_to_contacting() {
        var lead = LeadFixtures.newLead();

        LeadFixtures.attempted(lead, AttemptOutcome.NO_ANSWER, null, MONDAY_11);

        var facts = lead.facts();
        assertThat(facts.stage()).isEqualTo(Stage.CONTACTING);
        assertThat(facts.stageSince()).isEqualTo(MONDAY_11);
        assertThat(facts.firstAttemptAt()).isEqualTo(MONDAY_11);
        assertThat(facts.waitingFor()).isEqualTo(WaitingFor.PERSON);
        assertThat(facts.nextStep()).isEqualTo(NextStep.TRY_AGAIN);
        assertThat(facts.nextDueAt()).isEqualTo("2026-06-15T22:30:00Z"); // 15:30 the same day
    }

    @Test
    void a_later_attempt_leaves_the_stopped_clock_alone() {
        var lead = LeadFixtures.newLead();
        LeadFixtures.attempted(lead, AttemptOutcome.NO_ANSWER, null, MONDAY_11);

        LeadFixtures.attempted(lead, AttemptOutcome.VOICEMAIL, null, MONDAY_11.plusSeconds(60));

        assertThat(lead.facts().firstAttemptAt()).isEqualTo(MONDAY_11);
        assertThat(lead.facts().attempts()).isEqualTo(2);
    }

    @Test
    void reaching_the_person_moves_on_to_contacted_and_asks_for_the_pre_screen() {
        var lead = LeadFixtures.newLead();

        LeadFixtures.attempted(lead, AttemptOutcome.REACHED, null, MONDAY_11);

        var facts = lead.facts();
        assertThat(facts.stage()).isEqualTo(Stage.CONTACTED);
        assertThat(facts.nextStep()).isEqualTo(NextStep.PRE_SCREEN);
        assertThat(facts.waitingFor()).isEqualTo(WaitingFor.US);
        assertThat(facts.nextDueAt()).isEqualTo(MONDAY_11.plus(Duration.ofDays(2))); // two business days
    }

    @Test
    void after_six_attempts_somebody_decides() {
        var lead = LeadFixtures.newLead();
        for (int i = 0; i < 5; i++) {
            LeadFixtures.attempted(lead, AttemptOutcome.NO_ANSWER, null, MONDAY_11.plus(Duration.ofDays(i)));
            assertThat(lead.facts().nextStep()).isEqualTo(NextStep.TRY_AGAIN);
        }

        LeadFixtures.attempted(lead, AttemptOutcome.NO_ANSWER, null, MONDAY_11.plus(Duration.ofDays(7)));

        assertThat(lead.facts().nextStep()).isEqualTo(NextStep.DECIDE_NO_RESPONSE);
        assertThat(lead.facts().waitingFor()).isEqualTo(WaitingFor.US);
        assertThat(lead.stage()).isEqualTo(Stage.CONTACTING);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEW", "CONTACTING", "CONTACTED", "QUALIFIED", "RECORDS", "CLEARED"})
    void a_call_back_is_due_when_they_asked_for_it(Stage stage) {
        var lead = LeadFixtures.leadIn(stage);
        var later = MONDAY_11.plus(Duration.ofHours(3));

        LeadFixtures.attempted(lead, AttemptOutcome.CALL_BACK, later, MONDAY_11);

        assertThat(lead.facts().nextStep()).isEqualTo(NextStep.CALL_BACK);
        assertThat(lead.facts().waitingFor()).isEqualTo(WaitingFor.US);
        assertThat(lead.facts().nextDueAt()).isEqualTo(later);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACTED", "QUALIFIED", "RECORDS", "CLEARED"})
    void a_call_back_that_was_made_is_no_longer_due(Stage stage) {
        var lead = LeadFixtures.leadIn(stage);
        var planned = lead.facts().nextStep();
        var later = MONDAY_11.plus(Duration.ofHours(3));
        LeadFixtures.attempted(lead, AttemptOutcome.CALL_BACK, later, MONDAY_11);

        LeadFixtures.attempted(lead, AttemptOutcome.REACHED, null, later);

        assertThat(lead.facts().nextStep()).isEqualTo(planned);
        assertThat(lead.facts().nextDueAt()).isAfter(later);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACTED", "QUALIFIED", "RECORDS", "CLEARED"})
    void reaching_somebody_who_was_not_reached_at_first_goes_on_with_the_stage(Stage stage) {
        var lead = LeadFixtures.leadIn(stage);
        var planned = lead.facts().nextStep();
        lead.touch(MONDAY_11, HOURS, null);
        LeadFixtures.attempted(lead, AttemptOutcome.NO_ANSWER, null, MONDAY_11);

        LeadFixtures.attempted(lead, AttemptOutcome.REACHED, null, MONDAY_11.plus(Duration.ofHours(4)));

        assertThat(lead.facts().nextStep()).isEqualTo(planned);
    }

    @Test
    void writing_again_makes_it_our_turn_and_starts_the_clock_anew() {
        var lead = LeadFixtures.leadIn(Stage.RECORDS);
        var friday = Instant.parse("2026-06-19T23:30:00Z"); // Friday, 16:30

        lead.touch(friday, HOURS, null);

        var facts = lead.facts();
        assertThat(facts.touches()).isEqualTo(1);
        assertThat(facts.stage()).isEqualTo(Stage.RECORDS);
        assertThat(facts.waitingFor()).isEqualTo(WaitingFor.US);
        assertThat(facts.nextStep()).isEqualTo(NextStep.ANSWER);
        assertThat(facts.responseDueAt()).isEqualTo("2026-06-22T16:30:00Z"); // Monday, 9:30
        assertThat(facts.nextDueAt()).isEqualTo("2026-06-19T23:35:00Z"); // Friday, 16:35
    }

    @Test
    void answering_a_touch_brings_back_the_step_of_the_stage() {
        var lead = LeadFixtures.leadIn(Stage.RECORDS);
        lead.touch(MONDAY_11, HOURS, null);

        LeadFixtures.attempted(lead, AttemptOutcome.REACHED, null, MONDAY_11);

        assertThat(lead.stage()).isEqualTo(Stage.RECORDS);
        assertThat(lead.facts().nextStep()).isEqualTo(NextStep.CHASE_RECORDS);
        assertThat(lead.facts().waitingFor()).isEqualTo(WaitingFor.OFFICE);
    }

    @Test
    void a_new_lead_is_not_moved_by_hand() {
        refused(
                () -> LeadFixtures.newLead().moveTo(Stage.CONTACTING, StaffRole.ADMIN, MONDAY_11, HOURS),
                "A new lead moves on when an attempt to reach the person is logged.");
    }

    @Test
    void no_stage_is_skipped() {
        refused(
                () -> LeadFixtures.leadIn(Stage.CONTACTED).moveTo(Stage.BOOKED, StaffRole.ADMIN, MONDAY_11, HOURS),
                "A lead in Contacted cannot be moved to Booked.");
    }

    @ParameterizedTest
    @EnumSource(names = {"COORDINATOR", "MANAGER", "ADMIN"})
    void only_a_clinician_decides_a_review(StaffRole role) {
        for (var target : Stage.CLINICAL_REVIEW.targets()) {
            refused(
                    () -> LeadFixtures.leadIn(Stage.CLINICAL_REVIEW).moveTo(target, role, MONDAY_11, HOURS),
                    "Only a clinician decides a clinical review.");
        }
    }

    @Test
    void a_clinician_clears_a_lead() {
        var lead = LeadFixtures.leadIn(Stage.CLINICAL_REVIEW);

        lead.moveTo(Stage.CLEARED, StaffRole.CLINICIAN, MONDAY_11, HOURS);

        assertThat(lead.facts().nextStep()).isEqualTo(NextStep.BOOK);
        assertThat(lead.facts().nextDueAt()).isEqualTo(MONDAY_11.plus(Duration.ofDays(7))); // five business days
    }

    @Test
    void under_a_crisis_hold_no_step_leads_forward() {
        var lead = LeadFixtures.leadIn(Stage.QUALIFIED);
        lead.holdForCrisis(CrisisLevel.AMBER, MONDAY_11);

        refused(
                () -> lead.moveTo(Stage.RECORDS, StaffRole.CLINICIAN, MONDAY_11, HOURS),
                "This lead is on a crisis hold. It moves on when a clinician has cleared the hold.");
        lead.moveTo(Stage.CONTACTED, StaffRole.COORDINATOR, MONDAY_11, HOURS);
        assertThat(lead.stage()).isEqualTo(Stage.CONTACTED);
    }

    @Test
    void under_a_crisis_hold_a_lead_is_closed_only_into_emergency_care() {
        var lead = LeadFixtures.leadIn(Stage.CONTACTED);
        lead.holdForCrisis(CrisisLevel.RED, MONDAY_11);

        refused(
                () -> lead.close(ClosingReason.COST, StaffRole.CLINICIAN, MONDAY_11, HOURS),
                "This lead is on a crisis hold. It can be closed when a clinician has cleared the hold.");
        lead.close(ClosingReason.REFERRED_EMERGENCY_CARE, StaffRole.CLINICIAN, MONDAY_11, HOURS);
        assertThat(lead.stage()).isEqualTo(Stage.DISQUALIFIED);
    }

    @Test
    void red_is_not_lowered_by_a_later_amber_and_amber_is_raised_by_red() {
        var red = LeadFixtures.newLead();
        red.holdForCrisis(CrisisLevel.RED, MONDAY_10);
        red.holdForCrisis(CrisisLevel.AMBER, MONDAY_11);
        assertThat(red.crisis()).contains(CrisisLevel.RED);
        assertThat(red.facts().crisisSince()).isEqualTo(MONDAY_10);

        var amber = LeadFixtures.newLead();
        amber.holdForCrisis(CrisisLevel.AMBER, MONDAY_10);
        amber.holdForCrisis(CrisisLevel.RED, MONDAY_11);
        assertThat(amber.crisis()).contains(CrisisLevel.RED);
    }

    @Test
    void a_hold_is_released_once() {
        var lead = LeadFixtures.newLead();
        lead.holdForCrisis(CrisisLevel.RED, MONDAY_10);

        lead.releaseCrisisHold();

        assertThat(lead.crisis()).isEmpty();
        assertThat(lead.facts().crisisSince()).isNull();
        refused(lead::releaseCrisisHold, "This lead is not on a crisis hold.");
    }

    @Test
    void a_coordinator_gives_no_clinical_reason() {
        refused(
                () -> LeadFixtures.leadIn(Stage.CONTACTED)
                        .close(ClosingReason.NOT_MEDICAL_CANDIDATE, StaffRole.COORDINATOR, MONDAY_11, HOURS),
                "\"Not a medical candidate\" may not be given by your role. Choose another reason.");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_closes_into_its_stage_and_leaves_nothing_to_do(ClosingReason reason) {
        var lead = LeadFixtures.leadIn(Stage.CONTACTED);
        var role = reason.isFor(StaffRole.MANAGER) ? StaffRole.MANAGER : StaffRole.CLINICIAN;

        lead.close(reason, role, MONDAY_11, HOURS);

        var facts = lead.facts();
        assertThat(facts.stage()).isEqualTo(reason.stage());
        assertThat(facts.closingReason()).isEqualTo(reason);
        assertThat(facts.waitingFor()).isEqualTo(WaitingFor.NOBODY);
        assertThat(facts.nextStep()).isNull();
        assertThat(facts.nextDueAt()).isNull();
    }

    @Test
    void a_closed_lead_refuses_everything() {
        var lead = LeadFixtures.leadIn(Stage.CONTACTED);
        lead.close(ClosingReason.COST, StaffRole.COORDINATOR, MONDAY_11, HOURS);
        var hint = " a lead that is lost. If the person is back, their next message opens a new lead.";

        refused(
                () -> LeadFixtures.attempted(lead, AttemptOutcome.REACHED, null, MONDAY_11),
                "You cannot log an attempt on" + hint);
        refused(() -> lead.moveTo(Stage.CONTACTED, StaffRole.ADMIN, MONDAY_11, HOURS), "You cannot move" + hint);
        refused(() -> lead.close(ClosingReason.SPAM, StaffRole.ADMIN, MONDAY_11, HOURS), "You cannot close" + hint);
    }

    @Test
    void an_infused_lead_is_handed_over() {
        refused(
                () -> LeadFixtures.leadIn(Stage.INFUSED).close(ClosingReason.COST, StaffRole.ADMIN, MONDAY_11, HOURS),
                "You cannot close a lead that is infused."
                        + " If the person is back, their next message opens a new lead.");
    }

    private static void refused(ThrowingCallable action, String sentence) {
        assertThatThrownBy(action).isInstanceOf(RefusedException.class).hasMessage(sentence);
    }
}
