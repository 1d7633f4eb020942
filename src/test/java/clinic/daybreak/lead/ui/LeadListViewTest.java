package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ScreenData;
import clinic.daybreak.ViewTest;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

class LeadListViewTest extends ViewTest {

    @Test
    @WithUserDetails(COORDINATOR)
    void the_address_says_which_leads_are_shown() {
        data.enquiry(ScreenData.WEST, "Lena" + UUID.randomUUID(), "List", "Hello");

        go("leads", "stage=NEW");

        assertThat(find(MultiSelectComboBox.class).single().getValue()).isEqualTo(Set.of(Stage.NEW));
        assertThat(test(grid()).size()).isPositive();
        assertThat(test(grid()).getRow(0).stage()).isEqualTo(Stage.NEW);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void somebody_is_found_by_the_beginning_of_a_name_without_accents() {
        var unique = UUID.randomUUID().toString().replace("-", "");
        data.enquiry(ScreenData.WEST, "José" + unique, "Núñez", "Hola");

        go("leads", "q=jose" + unique);

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).name()).isEqualTo("José" + unique + " Núñez");
    }

    @Test
    @WithUserDetails(DESERT_COORDINATOR)
    void nobody_of_another_clinic_is_found_or_counted() {
        var unique = "Hidden" + UUID.randomUUID().toString().replace("-", "");
        data.enquiry(ScreenData.WEST, unique, "Person", "Hello");

        go("leads", "q=" + unique);

        assertThat(says("Nobody found for \"" + unique + "\"")).isTrue();
        assertThat(offers("Show all leads")).isTrue();
    }

    @Test
    void without_signing_in_the_sign_in_form_is_shown() {
        assertThat(getCurrentView().getClass().getSimpleName()).isEqualTo("LoginView");
    }

    @SuppressWarnings("unchecked")
    private Grid<LeadSummary> grid() {
        return find(Grid.class).single();
    }
}
