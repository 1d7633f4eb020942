package clinic.daybreak.capture.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class SourceListViewTest extends ViewTest {

    @Autowired
    SourceService sources;

    @Test
    @WithUserDetails(ADMIN)
    void an_administrator_opens_a_way_in_and_sees_its_address_once() {
        var code = "form-" + UUID.randomUUID();
        go("settings/sources");

        press("Open a way in");
        kind().setValue(SourceKind.TYPEFORM);
        field("Name").setValue("Typeform of the website");
        field("Code").setValue(code);
        press("Open way in");

        var address = field("Address").getValue();
        assertThat(address).contains("/hooks/");
        assertThat(sources.findByKey(address.substring(address.lastIndexOf('/') + 1))
                        .orElseThrow()
                        .source()
                        .code())
                .isEqualTo(code);
        assertThat(field("Secret").getValue()).isNotEmpty();
        press("I have copied it");
        assertThat(title()).isEqualTo("Typeform of the website");
        assertThat(says("Nothing has come yet")).isTrue();
    }

    @Test
    @WithUserDetails(ADMIN)
    void a_name_fills_in_the_code_and_what_is_wrong_is_said_beside_the_field() {
        go("settings/sources");
        press("Open a way in");
        press("Open way in");
        assertThat(kind().isInvalid()).isTrue();

        field("Name").setValue("Añejo: Form 2");
        assertThat(field("Code").getValue()).isEqualTo("anejo-form-2");

        kind().setValue(SourceKind.API);
        field("Code").setValue("demo-x");
        press("Open way in");
        assertThat(isNotified("demo mode")).isTrue();
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_manager_sees_how_each_is_doing_and_changes_nothing() {
        go("settings/sources");

        assertThat(offers("Open a way in")).isFalse();
        assertThat(rows()).extracting(row -> row.source().kind()).contains(SourceKind.CONTACT_PAGE);
        assertThat(rows()).noneMatch(row -> row.source().kind() == SourceKind.IMPORT);
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void coordinators_are_told_that_the_screen_is_not_for_their_role() {
        go("settings/sources");
        assertThat(says("This screen is not for your role")).isTrue();
    }

    @SuppressWarnings("unchecked")
    private List<SourceRow> rows() {
        return ((Grid<SourceRow>) find(Grid.class).single())
                .getListDataView()
                .getItems()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Select<SourceKind> kind() {
        return find(Select.class).all().stream()
                .filter(select -> "Who sends".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
