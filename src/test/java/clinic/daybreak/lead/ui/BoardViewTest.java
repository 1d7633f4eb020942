package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.AttemptChannel;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.NewAttempt;
import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class BoardViewTest extends ViewTest {

    private final String name = "Board" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    LeadService leads;

    @Test
    @WithUserDetails(COORDINATOR)
    void who_wrote_stands_in_the_column_of_the_stage() {
        var lead = data.enquiry(ScreenData.WEST, name, "New", "Please call");

        go("board", "q=" + name);

        assertThat(cards(Stage.NEW)).extracting(LeadSummary::id).containsExactly(lead);
        assertThat(cards(Stage.CONTACTED)).isEmpty();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_new_lead_that_is_dropped_further_on_asks_for_the_attempt() {
        var lead = data.enquiry(ScreenData.WEST, name, "Asks", "Please call");
        go("board", "q=" + name);

        drop(Stage.NEW, Stage.CONTACTED);

        assertThat(find(Dialog.class).single().getHeaderTitle()).startsWith("Log attempt: " + name);
        assertThat(stage(lead)).isEqualTo(Stage.NEW);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_step_forward_is_done_at_once_and_a_step_back_says_why() {
        var lead = reached("Back");

        drop(Stage.CONTACTED, Stage.QUALIFIED);
        assertThat(stage(lead)).isEqualTo(Stage.QUALIFIED);
        drop(Stage.QUALIFIED, Stage.CONTACTED);
        press("Move back to Contacted");
        assertThat(stage(lead)).as("without words").isEqualTo(Stage.QUALIFIED);
        find(TextArea.class).single().setValue("An answer was missing");
        press("Move back to Contacted");

        assertThat(stage(lead)).isEqualTo(Stage.CONTACTED);
        assertThat(cards(Stage.CONTACTED)).extracting(LeadSummary::id).containsExactly(lead);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void a_move_that_is_not_possible_says_why_and_the_card_stays() {
        var lead = reached("Stays");

        drop(Stage.CONTACTED, Stage.BOOKED);

        assertThat(isNotified("A lead in Contacted cannot be moved to Booked.")).isTrue();
        assertThat(stage(lead)).isEqualTo(Stage.CONTACTED);
        assertThat(cards(Stage.CONTACTED)).extracting(LeadSummary::id).containsExactly(lead);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void what_a_colleague_moved_meanwhile_is_not_moved_again() {
        var lead = reached("Meanwhile");
        var seen = cards(Stage.CONTACTED).getFirst();
        leads.move(lead, seen.version(), Stage.QUALIFIED, "");

        drop(seen, Stage.QUALIFIED);

        assertThat(isNotified("A colleague changed this lead while you had it open."))
                .isTrue();
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void nobody_of_another_clinic_stands_on_the_board() {
        data.enquiry(ScreenData.WEST, name, "Hidden", "Please call");

        go("board", "q=" + name);

        for (var stage : Stage.way()) {
            assertThat(cards(stage)).as(stage.label()).isEmpty();
        }
    }

    private LeadId reached(String lastName) {
        var lead = data.enquiry(ScreenData.WEST, name, lastName, "Please call");
        leads.logAttempt(lead, new NewAttempt(AttemptChannel.CALL, AttemptOutcome.REACHED, null, ""));
        go("board", "q=" + name);
        return lead;
    }

    private void drop(Stage from, Stage to) {
        drop(cards(from).getFirst(), to);
    }

    /** As the browser tells it: something that is being dragged was let go over a column. */
    private void drop(LeadSummary lead, Stage to) {
        var card = new Div();
        UI.getCurrent().add(card);
        DragSource.create(card).setDragData(lead);
        UI.getCurrent().getInternals().setActiveDragSourceComponent(card);
        var column = column(to);
        ComponentUtil.fireEvent(column, new DropEvent<>(column, true, "all"));
        UI.getCurrent().getInternals().setActiveDragSourceComponent(null);
        roundTrip();
    }

    private Stage stage(LeadId lead) {
        return leads.open(lead).facts().stage();
    }

    private BoardColumn column(Stage stage) {
        return find(BoardColumn.class).all().stream()
                .filter(column -> stage.name().equals(column.getElement().getAttribute("data-stage")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<LeadSummary> cards(Stage stage) {
        var list = (VirtualList<LeadSummary>) column(stage)
                .getChildren()
                .filter(VirtualList.class::isInstance)
                .findFirst()
                .orElseThrow();
        return list.getDataProvider()
                .fetch(new Query<>(0, 50, null, null, null))
                .toList();
    }
}
