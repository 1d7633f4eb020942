package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.TeamLoad;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The screen on which managers see who has what to do, and the one on which it is kept who works when. */
class TeamViewsTest extends ViewTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_sees_who_has_what_and_each_row_opens_the_list_behind_it() {
        data.enquiry(ScreenData.WEST, "Tess" + UUID.randomUUID(), "Team", "Please call");

        go("team");

        assertThat(title()).isEqualTo("Team");
        var wanda = load("Wanda West");
        assertThat(wanda.open()).isPositive();
        assertThat(wanda.unanswered()).isPositive().isLessThanOrEqualTo(wanda.open());
        assertThat(loads().getFirst().colleague()).as("what nobody owns").isNull();
        assertThat(link(0)).isEqualTo("/?whose=nobody");
        assertThat(link(loads().indexOf(wanda)))
                .isEqualTo("/leads?owner=" + wanda.colleague().member().id());
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_plans_an_absence_of_a_colleague_and_takes_it_back() {
        go("settings/team");
        choose("Dora Desert");
        var day = LocalDate.now().plusYears(1);

        field("Away from").setValue(day);
        press("Add absence");

        assertThat(isNotified("The absence is noted. New leads go to others on these days."))
                .isTrue();
        assertThat(load("Dora Desert").colleague().plan().absences())
                .anyMatch(
                        absence -> absence.from().equals(day) && absence.until().equals(day));
        press("Remove");
        assertThat(load("Dora Desert").colleague().plan().absences())
                .noneMatch(absence -> absence.from().equals(day));
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_plan_is_saved_and_a_rule_needs_somebody_to_go_to() {
        go("settings/team");
        choose("Dora Desert");

        press("Save plan");
        assertThat(isNotified("The plan is saved.")).isTrue();
        press("Add rule");
        assertThat(isNotified("Choose at least one colleague to whom these enquiries go."))
                .isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_coordinator_sees_only_themselves_and_keeps_only_their_absences() {
        go("settings/team");

        assertThat(loads())
                .extracting(load -> load.colleague().member().fullName())
                .containsExactly("Wanda West");
        assertThat(offers("Add absence")).isTrue();
        assertThat(offers("Save plan")).isFalse();
        assertThat(offers("Add rule")).isFalse();
    }

    @Test
    @WithUserDetails(CLINICIAN)
    void a_clinician_does_not_open_the_team() {
        go("team");

        assertThat(find(Grid.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Show").exists()).isFalse();
    }

    private String link(int row) {
        return ((Anchor) test(grid()).getCellComponent(row, 0)).getHref();
    }

    private DatePicker field(String label) {
        return find(DatePicker.class).all().stream()
                .filter(picker -> label.equals(picker.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String name) {
        var load = load(name);
        test(grid()).select(loads().indexOf(load));
    }

    private TeamLoad load(String name) {
        return loads().stream()
                .filter(load -> load.colleague() != null
                        && load.colleague().member().fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<TeamLoad> loads() {
        return grid().getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private Grid<TeamLoad> grid() {
        return (Grid<TeamLoad>) find(Grid.class).single();
    }
}
