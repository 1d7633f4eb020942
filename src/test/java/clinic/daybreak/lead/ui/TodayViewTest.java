package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.NextStep;
import clinic.daybreak.lead.TodayEntry;
import clinic.daybreak.lead.TodayGroup;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

class TodayViewTest extends ViewTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithUserDetails(COORDINATOR)
    void a_new_enquiry_of_ones_own_clinic_stands_on_todays_list_and_says_why() {
        var lead = enquiry("Please call");

        navigate(TodayView.class);

        var entry = row(lead).orElseThrow();
        assertThat(entry.group()).isEqualTo(TodayGroup.ANSWER);
        assertThat(Why.of(entry, entry.lead().receivedAt().plusSeconds(240)).text())
                .startsWith("Wrote 4 min ago, ");
        assertThat(Why.of(entry, entry.lead().responseDueAt().plusSeconds(120)).text())
                .endsWith(", not answered, late by 2 min");
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void an_enquiry_of_another_clinic_does_not() {
        var lead = enquiry("Please call");

        go("", "whose=all");

        assertThat(row(lead)).isEmpty();
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_cry_for_help_stands_above_everything_else() {
        enquiry("Please call");
        var held = enquiry("I want to end my life");

        go("", "whose=all");

        var groups = rows().stream().map(TodayEntry::group).toList();
        assertThat(row(held).orElseThrow().group()).isEqualTo(TodayGroup.CRISIS);
        assertThat(groups.lastIndexOf(TodayGroup.CRISIS))
                .isEqualTo((int) groups.stream()
                                .filter(group -> group == TodayGroup.CRISIS)
                                .count()
                        - 1);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void an_attempt_is_logged_without_leaving_the_list_and_the_next_one_is_chosen() {
        var lead = enquiry("Please call");
        enquiry("Me, too");
        navigate(TodayView.class);
        choose(lead);

        press("Log attempt");
        outcome().setValue(AttemptOutcome.VOICEMAIL);
        press("Log attempt");

        assertThat(isNotified("Attempt logged.")).isTrue();
        assertThat(row(lead).map(TodayEntry::group)).isNotEqualTo(Optional.of(TodayGroup.ANSWER));
        assertThat(grid().asSingleSelect().getOptionalValue()).isPresent();
        assertThat(grid().asSingleSelect().getValue().lead().id()).isNotEqualTo(lead);
        assertThat(jdbc.sql("SELECT outcome FROM attempt WHERE lead_id = ?")
                        .param(lead.value())
                        .query(String.class)
                        .list())
                .containsExactly("VOICEMAIL");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void the_next_step_is_put_off_to_one_of_the_usual_moments() {
        var lead = enquiry("Please call");
        navigate(TodayView.class);
        choose(lead);

        press("Snooze");
        press("Next Monday");

        assertThat(isNotified("The next step is planned.")).isTrue();
        assertThat(find(Dialog.class).all().stream().noneMatch(Dialog::isOpened))
                .isTrue();
        assertThat(jdbc.sql("SELECT next_step FROM leads WHERE id = ? AND next_due_at > received_at + INTERVAL 1 HOUR")
                        .param(lead.value())
                        .query(String.class)
                        .list())
                .containsExactly(NextStep.ANSWER.name());
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_snooze_without_a_time_is_refused_where_it_is_asked_for() {
        var lead = enquiry("Please call");
        navigate(TodayView.class);
        choose(lead);

        press("Snooze");
        press("Set this time");

        assertThat(find(Dialog.class).all().stream().anyMatch(Dialog::isOpened)).isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void one_goes_up_and_down_by_buttons_that_have_keys() {
        enquiry("Please call");
        enquiry("Me, too");
        navigate(TodayView.class);

        var first = grid().asSingleSelect().getValue();
        press("Next");
        var second = grid().asSingleSelect().getValue();
        press("Previous");

        assertThat(first.lead().id()).isEqualTo(rows().get(0).lead().id());
        assertThat(second.lead().id()).isEqualTo(rows().get(1).lead().id());
        assertThat(grid().asSingleSelect().getValue()).isEqualTo(first);
        assertThat(find(Button.class).withText("Next").single().getElement().getAttribute("data-key"))
                .isEqualTo("j arrowdown");
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void the_order_is_explained() {
        enquiry("Please call");
        navigate(TodayView.class);

        press("Why this order");

        var text = find(Dialog.class).last().getElement().getTextRecursively();
        for (var group : TodayGroup.values()) {
            assertThat(text).contains(group.label(), group.explanation());
        }
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_coordinator_has_no_way_to_the_team() {
        navigate(TodayView.class);

        assertThat(links()).doesNotContain("Team");
        go("team");
        assertThat(rowsOfTeam()).isZero();
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_has() {
        navigate(TodayView.class);

        assertThat(links()).contains("Team", "Nobody's");
    }

    private LeadId enquiry(String message) {
        return data.enquiry(ScreenData.WEST, "Tess" + UUID.randomUUID(), "Today", message);
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }

    private long rowsOfTeam() {
        return find(Grid.class).all().size();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<AttemptOutcome> outcome() {
        return (RadioButtonGroup<AttemptOutcome>) find(RadioButtonGroup.class).all().stream()
                .filter(group -> "Outcome".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(LeadId lead) {
        grid().select(row(lead).orElseThrow());
    }

    private Optional<TodayEntry> row(LeadId lead) {
        return rows().stream().filter(entry -> entry.lead().id().equals(lead)).findFirst();
    }

    private List<TodayEntry> rows() {
        return find(Grid.class).exists() ? grid().getListDataView().getItems().toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private Grid<TodayEntry> grid() {
        return (Grid<TodayEntry>) find(Grid.class).single();
    }
}
