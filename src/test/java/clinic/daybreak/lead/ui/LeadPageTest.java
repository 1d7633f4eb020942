package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadPeopleService;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.NoteService;
import clinic.daybreak.lead.TaskService;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.FactEdit;
import clinic.daybreak.person.PersonField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** What is changed, noted and given to do on the page of one lead. */
class LeadPageTest extends ViewTest {

    @Autowired
    LeadService leads;

    @Autowired
    LeadPeopleService people;

    @Autowired
    NoteService notes;

    @Autowired
    TaskService tasks;

    @Test
    @WithUserDetails(COORDINATOR)
    void a_value_is_changed_where_it_stands() {
        var lead = open(data.enquiry(ScreenData.WEST, "Fay", "Facts", "Please call"));

        change("name");
        field("Last name").setValue("Fax");
        press("Save");

        assertThat(title()).isEqualTo("Fay Fax");
        assertThat(name(lead)).isEqualTo("Fay Fax");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_was_begun_and_cancelled_changes_nothing() {
        var lead = open(data.enquiry(ScreenData.WEST, "Cal", "Cancel", "Please call"));

        change("name");
        field("Last name").setValue("Other");
        press("Cancel");

        assertThat(name(lead)).isEqualTo("Cal Cancel");
        assertThat(find(TextField.class).withLabel("Last name").exists()).isFalse();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void two_who_change_one_value_see_theirs_mine_and_what_it_was_and_choose() {
        var lead = open(data.enquiry(ScreenData.WEST, "Con", "Flict", "Please call"));
        change("name");
        field("Last name").setValue("Mine");
        byColleague(lead, PersonField.LAST_NAME, "Flict", "Theirs");

        press("Save");

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("A colleague was faster");
        var choice = find(RadioButtonGroup.class).withLabel("Last name").single();
        assertThat(choice.getItemLabelGenerator().apply(false)).isEqualTo("Theirs: Theirs");
        assertThat(choice.getItemLabelGenerator().apply(true)).isEqualTo("Mine: Mine");
        assertThat(name(lead)).isEqualTo("Con Theirs");

        choice.setValue(true);
        press("Save what I chose");

        assertThat(name(lead)).isEqualTo("Con Mine");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_a_colleague_changes_elsewhere_does_not_take_away_what_is_typed() {
        var lead = open(data.enquiry(ScreenData.WEST, "Kim", "Keeps", "Please call"));
        change("name");
        field("Last name").setValue("Typing");

        byColleague(lead, PersonField.PRONOUNS, "", "they/them");
        notes.add(lead, "A note of a colleague");
        roundTrip();

        assertThat(field("Last name").getValue()).isEqualTo("Typing");
        press("Save");
        assertThat(name(lead)).isEqualTo("Kim Typing");
        assertThat(leads.open(lead).patient().pronouns()).isEqualTo("they/them");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_address_that_cannot_be_is_refused_and_stays_to_be_put_right() {
        open(data.enquiry(ScreenData.WEST, "Adi", "Address", "Please call"));

        press("Add phone");
        field("Phone").setValue("12");
        press("Save");

        assertThat(isNotified("This is not a telephone number.")).isTrue();
        assertThat(field("Phone").getValue()).isEqualTo("12");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_was_typed_and_not_added_is_there_when_the_page_is_opened_again() {
        var lead = data.enquiry(ScreenData.WEST, "Dra", "Ft", "Please call");
        notes.keepDraft(lead, "Half a sent");

        open(lead);

        assertThat(note().getValue()).isEqualTo("Half a sent");
        assertThat(note().getHelperText()).startsWith("Not added yet");
        press("Add note");
        assertThat(note().getValue()).isEmpty();
        assertThat(notes.findDraft(lead)).isEmpty();
    }

    @Test
    @WithUserDetails(CLINICIAN)
    void a_note_can_be_shown_to_a_colleague_of_the_clinic() {
        var lead = open(data.enquiry(ScreenData.WEST, "Men", "Tion", "Please call"));

        note().setValue("Please call her back");
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<Object> readers =
                find(MultiSelectComboBox.class).withLabel("Show it to").single();
        test(readers).selectItem("Wanda West");
        press("Add note");

        assertThat(leads.open(lead).timeline()).anyMatch(item -> item.summary().equals("Note for Wanda West"));
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_task_is_given_and_ticked() {
        var lead = open(data.enquiry(ScreenData.WEST, "Tas", "Ker", "Please call"));

        press("Add task");
        press("Add task");
        assertThat(field("What is to be done").isInvalid()).isTrue();
        field("What is to be done").setValue("Send the price list");
        press("Add task");
        assertThat(tasks.get(lead).tasks()).hasSize(1);

        test(find(Checkbox.class).withLabel("Send the price list").single()).click();

        assertThat(tasks.get(lead).tasks().getFirst().doneAt()).isNotNull();
        assertThat(leads.open(lead).timeline()).anyMatch(item -> item.summary().equals("Task done"));
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_a_person_says_about_mail_is_asked_for_with_how_they_said_it() {
        var lead = open(data.enquiry(ScreenData.WEST, "Opt", "Out", "Please call"));
        var person = leads.open(lead).patient().id();

        change("mail");
        press("Save");
        assertThat(field("How they said it").isInvalid()).isTrue();
        find(RadioButtonGroup.class)
                .withLabel("About " + ConsentPurpose.EMAIL.label())
                .single()
                .setValue(false);
        field("How they said it").setValue("On the phone");
        press("Save");

        assertThat(people.listConsents(lead, person))
                .singleElement()
                .satisfies(entry -> assertThat(entry.given()).isFalse());
    }

    private void byColleague(LeadId lead, PersonField field, String before, String after) {
        people.correct(lead, leads.open(lead).patient().id(), List.of(new FactEdit(field, before, after)));
    }

    private LeadId open(LeadId lead) {
        go("leads/" + lead);
        return lead;
    }

    private String name(LeadId lead) {
        return leads.open(lead).patient().name().full();
    }

    private void change(String what) {
        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(("Change " + what)::equals)
                                .isPresent())
                        .single())
                .click();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea note() {
        return find(TextArea.class).withLabel("Note").single();
    }
}
