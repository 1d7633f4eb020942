package clinic.daybreak.followup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.followup.MessageSummary;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

class OutboxViewTest extends ViewTest {

    @Test
    @WithUserDetails(COORDINATOR)
    void the_acknowledgement_of_an_enquiry_is_listed_and_can_be_read() {
        var lead = data.enquiry(ScreenData.WEST, "Olga", "Outbox", "Hello");
        navigate(OutboxView.class);
        var message = rows().stream()
                .filter(row -> lead.equals(row.lead()))
                .findFirst()
                .orElseThrow();

        go("automation", "message=" + message.id());

        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("We have your message");
        assertThat(find(Div.class, dialog)
                        .withClassName("message-text")
                        .single()
                        .getText())
                .startsWith("Hello Olga,")
                .contains("call or text 988");
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void messages_of_another_clinic_are_not_listed() {
        var lead = data.enquiry(ScreenData.WEST, "Olga", "Elsewhere", "Hello");

        navigate(OutboxView.class);

        assertThat(rows()).noneMatch(row -> lead.equals(row.lead()));
    }

    @SuppressWarnings("unchecked")
    private List<MessageSummary> rows() {
        Grid<MessageSummary> grid = find(Grid.class).all().stream().findFirst().orElse(null);
        return grid == null ? List.of() : grid.getListDataView().getItems().toList();
    }
}
