package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.LeadSummary;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

class TodayViewTest extends ViewTest {

    @Test
    @WithUserDetails(COORDINATOR)
    void a_new_enquiry_of_ones_own_clinic_stands_on_todays_list_and_says_why() {
        var name = "Tess" + UUID.randomUUID();
        data.enquiry(ScreenData.WEST, name, "Today", "Please call");

        navigate(TodayView.class);

        var row = rows().stream().filter(lead -> lead.name().startsWith(name)).findFirst();
        assertThat(row).isPresent();
        assertThat(Why.of(row.get(), row.get().receivedAt().plusSeconds(240)).text())
                .startsWith("Wrote 4 min ago, no attempt yet, due in ");
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void an_enquiry_of_another_clinic_does_not() {
        var name = "Tess" + UUID.randomUUID();
        data.enquiry(ScreenData.WEST, name, "Today", "Please call");

        go("", "whose=all");

        assertThat(rows()).noneMatch(lead -> lead.name().startsWith(name));
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_cry_for_help_stands_above_everything_else() {
        data.enquiry(ScreenData.WEST, "Calm", "Enquiry", "Please call");
        var held = data.enquiry(ScreenData.WEST, "Held" + UUID.randomUUID(), "Person", "I want to end my life");

        go("", "whose=all");

        var crisis = rows().stream()
                .takeWhile(lead -> lead.crisisLevel() != null)
                .map(LeadSummary::id)
                .toList();
        assertThat(crisis).contains(held);
        assertThat(rows().stream().skip(crisis.size())).allMatch(lead -> lead.crisisLevel() == null);
    }

    @SuppressWarnings("unchecked")
    private List<LeadSummary> rows() {
        return find(Grid.class).all().stream()
                .flatMap(grid -> ((Grid<LeadSummary>) grid).getListDataView().getItems())
                .toList();
    }
}
