package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.MergeOrder;
import clinic.daybreak.lead.MergeService;
import clinic.daybreak.lead.PossibleMatchService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Long, for it also goes the ways that lead to the screen and away from it. */
class MergeViewTest extends ViewTest {

    @Autowired
    LeadService leads;

    @Autowired
    MergeService merges;

    @Autowired
    PossibleMatchService possible;

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    @WithUserDetails(COORDINATOR)
    void a_suggestion_leads_to_the_merge_screen_and_from_there_to_the_kept_lead_with_a_way_back() {
        var ann = wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Lee", email);

        go("leads/" + bo);
        assertThat(says("Possibly the same person")).isTrue();
        press("Compare and merge");
        roundTrip();
        assertThat(title()).isEqualTo("Are these the same person?");
        assertThat(pick("First name").getValue()).isEqualTo(ann);
        pick("First name").setValue(bo);
        press("Merge");

        assertThat(title()).isEqualTo("Bo Lee");
        assertThat(path()).isEqualTo("leads/" + ann);
        assertThat(isNotified("Merged. Nobody was told.")).isTrue();
        assertThat(says("Merged")).isTrue();
        press("Undo");
        assertThat(leads.open(bo).facts().id()).isEqualTo(bo);
        assertThat(leads.open(ann).patient().displayName()).isEqualTo("Ann Lee");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void the_lead_page_says_with_whom_it_was_merged_and_takes_it_back() {
        var ann = wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Kay", UUID.randomUUID() + "@example.com");
        merge(ann, bo, MergeKind.ONE_ENQUIRY);

        go("leads/" + bo);
        assertThat(path())
                .as("the address of the absorbed one leads to the kept one")
                .isEqualTo("leads/" + ann);
        assertThat(text()).contains("Merged with Bo Kay on ", ", by Wanda West");
        press("Unmerge");

        assertThat(isNotified("They are two again. Nobody was told.")).isTrue();
        assertThat(offers("Unmerge")).isFalse();
        go("leads/" + bo);
        assertThat(title()).isEqualTo("Bo Kay");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void two_people_are_noted_as_two_and_not_suggested_again() {
        var ann = wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Lee", email);

        go("leads/" + ann + "/merge/" + bo);
        press("They are two people");

        assertThat(path()).isEqualTo("leads/" + ann);
        assertThat(says("Possibly the same person")).isFalse();
        go("leads/" + bo);
        assertThat(says("Possibly the same person")).isFalse();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void not_the_same_is_one_press_on_the_lead_page() {
        wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Lee", email);

        go("leads/" + bo);
        press("Not the same");

        assertThat(says("Possibly the same person")).isFalse();
        assertThat(possible.list(bo)).isEmpty();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void any_other_lead_is_found_by_name_to_be_merged() {
        var name = "N" + UUID.randomUUID().toString().substring(0, 8);
        var ann = wrote("Ann", "Lee", email);
        var other = wrote(name, "Kay", UUID.randomUUID() + "@example.com");

        go("leads/" + ann);
        press("Find another lead to merge");
        find(TextField.class).withLabel("Name, e-mail or phone").single().setValue(name);
        press("Compare");

        assertThat(path()).isEqualTo("leads/" + ann + "/merge/" + other);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_ended_enquiry_and_a_new_one_are_only_merged_as_one_person_and_the_reason_is_shown() {
        var old = wrote("Ann", "Lee", email);
        leads.close(old, leads.open(old).facts().version(), ClosingReason.COST, "");
        var fresh = wrote("Anna", "Kay", UUID.randomUUID() + "@example.com");

        go("leads/" + fresh + "/merge/" + old);
        assertThat(words()).anyMatch(line -> line.startsWith("Both leads stay as they are"));
        press("Merge");

        assertThat(path()).isEqualTo("leads/" + fresh);
        assertThat(text()).contains("Earlier enquiry: closed as Cost, ");
        assertThat(leads.open(old).facts().id()).isEqualTo(old);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_they_are_is_in_the_address() {
        var ann = wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Lee", email);

        go("leads/" + ann + "/merge/" + bo, "as=person");

        assertThat(words()).anyMatch(line -> line.startsWith("Both leads stay as they are"));
        assertThat(find(Anchor.class).withText("One enquiry").single().getHref())
                .endsWith("?as=enquiry");
        assertThat(find(Button.class).withText("Merge").exists()).isTrue();
        go("leads/" + ann + "/merge/" + bo, "as=enquiry");
        assertThat(words()).anyMatch(line -> line.startsWith("The left lead stays"));
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_a_colleague_merged_meanwhile_says_so_and_leads_on() {
        var ann = wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Lee", email);
        go("leads/" + ann + "/merge/" + bo);
        merge(ann, bo, MergeKind.ONE_ENQUIRY);

        press("Merge");

        assertThat(isNotified("A colleague")).isTrue();
        assertThat(says("Nothing to merge")).isTrue();
        assertThat(find(Anchor.class)
                        .withText("Open the lead")
                        .withClassName("button-link")
                        .single()
                        .getHref())
                .isEqualTo("/leads/" + ann);
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void a_lead_of_another_clinic_is_not_there_and_not_hinted_at() {
        var here = data.enquiry(Map.of(
                "location",
                ScreenData.DESERT,
                "first_name",
                "Ann",
                "last_name",
                "Lee",
                "email",
                email,
                "message",
                "Hi"));
        var there = wrote("Bo", "Lee", email);

        go("leads/" + here);
        assertThat(says("Possibly the same person")).isFalse();
        go("leads/" + here + "/merge/" + there);
        assertThat(says("This is not here for you")).isTrue();
    }

    @Test
    @WithUserDetails(CLINICIAN)
    void the_screen_is_not_for_clinicians() {
        var ann = wrote("Ann", "Lee", email);
        var bo = wrote("Bo", "Lee", email);

        go("leads/" + ann);
        assertThat(says("Possibly the same person")).isFalse();
        go("leads/" + ann + "/merge/" + bo);
        assertThat(says("This screen is not for your role")).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void who_wrote_for_another_is_told_nothing_until_it_is_recorded() {
        var lead = data.enquiry(Map.of(
                "location",
                ScreenData.WEST,
                "first_name",
                "Ann",
                "last_name",
                "Lee",
                "email",
                email,
                "relation",
                "other",
                "patient_name",
                "Bo Lee",
                "message",
                "For my son"));

        go("leads/" + lead);
        assertThat(says("Tell Ann nothing about Bo: no authorization recorded")).isTrue();
        press("Record authorization");
        press("Record authorization");
        find(TextArea.class).withLabel("How Bo gave it").single().setValue("By phone, today");
        press("Record authorization");

        assertThat(says("Ann may be told about Bo")).isTrue();
        press("Revoke authorization");
        find(TextArea.class).withLabel("How Bo took it back").single().setValue("By phone");
        press("Revoke authorization");
        assertThat(says("Tell Ann nothing about Bo: no authorization recorded")).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_address_that_cannot_be_used_says_so_where_it_stands() {
        var lead = data.enquiry(Map.of(
                "location", ScreenData.WEST, "first_name", "Bad", "email", "n/a", "phone", "later", "message", "Hi"));

        go("leads/" + lead);

        assertThat(text())
                .contains("n/a not an e-mail address, so no mail can go there")
                .contains("later not a phone number, so it cannot be called");
    }

    private LeadId wrote(String first, String last, String address) {
        return data.enquiry(Map.of(
                "location",
                ScreenData.WEST,
                "first_name",
                first,
                "last_name",
                last,
                "email",
                address,
                "message",
                "Please call"));
    }

    private void merge(LeadId one, LeadId other, MergeKind kind) {
        merges.merge(new MergeOrder(
                one,
                leads.open(one).facts().version(),
                other,
                leads.open(other).facts().version(),
                kind,
                Map.of()));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<LeadId> pick(String field) {
        return find(RadioButtonGroup.class).all().stream()
                .filter(group -> group.getAriaLabel().equals(Optional.of(field)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> words() {
        return find(ListItem.class).all().stream().map(ListItem::getText).toList();
    }

    private String text() {
        return find(LeadDetailsView.class).single().getElement().getTextRecursively();
    }

    private static String path() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
