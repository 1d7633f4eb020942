package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.crisis.CrisisOutcome;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.staff.StaffMember;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class LeadDetailsViewTest extends ViewTest {

    @Autowired
    LeadService leads;

    @Test
    @WithUserDetails(COORDINATOR)
    void a_coordinator_logs_an_attempt_and_the_lead_moves_on() {
        var lead = open(data.enquiry(ScreenData.WEST, "Ada", "Attempt", "Please call"));

        press("Log attempt");
        outcome().setValue(AttemptOutcome.VOICEMAIL);
        press("Log attempt");

        assertThat(isNotified("Attempt logged.")).isTrue();
        assertThat(stage(lead)).isEqualTo(Stage.CONTACTING);
        assertThat(leads.open(lead).timeline()).anyMatch(item -> item.summary().equals("Call: Left a voicemail"));
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_attempt_without_an_outcome_is_not_saved_and_says_what_is_missing() {
        var lead = open(data.enquiry(ScreenData.WEST, "Ada", "Missing", "Please call"));

        press("Log attempt");
        press("Log attempt");

        assertThat(outcome().isInvalid()).isTrue();
        assertThat(outcome().getErrorMessage()).isEqualTo("Choose what came of it");
        assertThat(stage(lead)).isEqualTo(Stage.NEW);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_lead_that_was_reached_is_moved_to_the_next_stage() {
        var lead = open(data.enquiry(ScreenData.WEST, "Mia", "Moves", "Please call"));
        press("Log attempt");
        outcome().setValue(AttemptOutcome.REACHED);
        press("Log attempt");

        press("Move to Qualified");

        assertThat(stage(lead)).isEqualTo(Stage.QUALIFIED);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_change_that_a_colleague_made_meanwhile_is_not_overwritten() {
        var lead = open(data.enquiry(ScreenData.WEST, "Two", "People", "Please call"));
        press("Log attempt");
        outcome().setValue(AttemptOutcome.REACHED);
        press("Log attempt");
        var shown = find(Button.class).withText("Move to Qualified").last();
        var seen = leads.open(lead).facts().version();
        leads.move(lead, seen, Stage.QUALIFIED, "by the colleague");

        // pressed on the page as it was, whether or not it has been redrawn by now
        ComponentUtil.fireEvent(shown, new ClickEvent<>(shown));

        assertThat(isNotified("A colleague changed this lead while you had it open."))
                .isTrue();
        assertThat(stage(lead)).isEqualTo(Stage.QUALIFIED);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void closing_asks_for_a_reason_that_the_role_may_give() {
        var lead = open(data.enquiry(ScreenData.WEST, "Cleo", "Closed", "Please call"));

        press("Close lead");
        assertThat(reason().getListDataView().getItems()).doesNotContain(ClosingReason.NOT_MEDICAL_CANDIDATE);
        press("Close lead");
        assertThat(reason().isInvalid()).isTrue();
        reason().setValue(ClosingReason.COST);
        press("Close lead");

        assertThat(stage(lead)).isEqualTo(Stage.LOST);
        assertThat(offers("Log attempt")).isFalse();
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_gives_the_lead_to_a_colleague_of_its_clinic_and_offers_nobody_else() {
        var lead = open(data.enquiry(ScreenData.WEST, "Olive", "Owner", "Please call"));

        assertThat(owner().getListDataView().getItems())
                .extracting(StaffMember::fullName)
                .contains("Wanda West", "Clara Clinic")
                .doesNotContain("Dora Desert");
        test(owner()).selectItem("Clara Clinic");

        assertThat(leads.open(lead).owner().fullName()).isEqualTo("Clara Clinic");
        assertThat(leads.open(lead).timeline()).anyMatch(item -> item.summary().equals("Assigned to Clara Clinic"));
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_note_appears_on_the_timeline_and_an_empty_one_is_refused() {
        var lead = open(data.enquiry(ScreenData.WEST, "Nora", "Note", "Please call"));

        press("Add note");
        assertThat(isNotified("The note is empty.")).isTrue();
        find(TextArea.class).withLabel("Note").single().setValue("Prefers mornings");
        press("Add note");

        assertThat(leads.open(lead).timeline()).anyMatch(item -> "Prefers mornings".equals(item.body()));
    }

    @Test
    @WithUserDetails(CLINICIAN)
    void a_clinician_clears_a_hold_with_an_outcome_and_a_note() {
        var lead = open(data.enquiry(ScreenData.WEST, "Holly", "Held", "I want to end my life"));

        assertThat(says("Possible cry for help")).isTrue();
        clearing().setValue(CrisisOutcome.SAFETY_CONTACT_MADE);
        find(TextArea.class).withLabel("What you found and did").single().setValue("Spoke with her, she is safe");
        press("Clear the hold");

        assertThat(leads.open(lead).facts().crisisLevel()).isNull();
        assertThat(says("Possible cry for help")).isFalse();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_coordinator_sees_the_hold_but_cannot_clear_it_or_step_forward() {
        var lead = open(data.enquiry(ScreenData.WEST, "Holly", "Stays", "I want to end my life"));
        press("Log attempt");
        outcome().setValue(AttemptOutcome.REACHED);
        press("Log attempt");

        press("Move to Qualified");

        assertThat(offers("Clear the hold")).isFalse();
        assertThat(isNotified("This lead is on a crisis hold.")).isTrue();
        assertThat(stage(lead)).isEqualTo(Stage.CONTACTED);
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void a_lead_of_another_clinic_is_not_there() {
        var lead = data.enquiry(ScreenData.WEST, "Other", "Clinic", "Please call");

        go("leads/" + lead);

        assertThat(says("This is not here for you")).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void neither_is_one_that_never_was() {
        go("leads/" + UUID.randomUUID());
        assertThat(says("This is not here for you")).isTrue();
        go("leads/nonsense");
        assertThat(says("This is not here for you")).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void text_from_outside_is_shown_as_text() {
        var name = "<img src=x onerror=alert(1)>";
        open(data.enquiry(ScreenData.WEST, name, "", "<script>alert(1)</script>"));

        assertThat(title()).isEqualTo(name);
    }

    private LeadId open(LeadId lead) {
        go("leads/" + lead);
        return lead;
    }

    private Stage stage(LeadId lead) {
        return leads.open(lead).facts().stage();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<AttemptOutcome> outcome() {
        return find(RadioButtonGroup.class).withLabel("Outcome").single();
    }

    @SuppressWarnings("unchecked")
    private Select<ClosingReason> reason() {
        return find(Select.class).withLabel("Reason").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<StaffMember> owner() {
        return find(ComboBox.class).withLabel("Owner").single();
    }

    @SuppressWarnings("unchecked")
    private Select<CrisisOutcome> clearing() {
        return find(Select.class).withLabel("Outcome").single();
    }
}
