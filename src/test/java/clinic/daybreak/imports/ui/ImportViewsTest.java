package clinic.daybreak.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.ViewTest;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.imports.ColumnUse;
import clinic.daybreak.imports.DateFormat;
import clinic.daybreak.imports.ImportId;
import clinic.daybreak.imports.ImportLoading;
import clinic.daybreak.imports.ImportService;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

class ImportViewsTest extends ViewTest {

    @Autowired
    ImportLoading loading;

    @Autowired
    ImportService imports;

    private final String name = "Fileperson" + Uuid7.next().toString().replace("-", "");

    private ImportId load(String text) {
        return loading.load("people.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void open(ImportId id) {
        go("settings/imports/" + id);
    }

    private void awaitThe(ImportId id) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (imports.get(id).state().isAtWork() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        open(id);
    }

    private boolean reads(String text) {
        return find(Span.class).all().stream().anyMatch(span -> span.getText().contains(text));
    }

    @Test
    @WithUserDetails(MANAGER)
    void a_file_is_mapped_checked_imported_and_undone_on_one_page() {
        var id = load("Name,Email,Came in,Notes\n%1$s,%1$s@example.com,03/04/2026,Hello\n,,,nobody\n".formatted(name));
        open(id);

        assertThat(title()).isEqualTo("people.csv");
        assertThat(find(NativeTableRow.class).all()).hasSize(3);
        var target = find(ComboBox.class)
                .withCondition(
                        box -> "What \"Came in\" is".equals(box.getAriaLabel().orElse("")))
                .single();
        test(target).selectItem("Received at");
        assertThat(reads("more than one way")).isTrue();
        press("Check without importing");
        assertThat(isNotified("more than one way")).isTrue();
        var format = find(Select.class)
                .withCondition(select -> select.getAriaLabel()
                        .filter(label -> label.toString().contains("\"Came in\""))
                        .isPresent())
                .single();
        test(format).selectItem("day/month/year: 03/04/2026 is 3 April 2026");
        var location = find(Select.class)
                .withCaption("Location of rows that name none")
                .single();
        test(location).selectItem("Screens Desert");
        press("Check without importing");
        awaitThe(id);

        assertThat(imports.get(id).settings().of("Came in"))
                .isEqualTo(new ColumnUse("received_at", DateFormat.DAY_FIRST));
        press("Import 1 row");
        awaitThe(id);

        assertThat(reads("Finished") || find(H2.class).withText("Finished").exists())
                .isTrue();
        var grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(find(Anchor.class).withText("Download the failed rows").exists())
                .isTrue();
        press("Undo this import");
        test(find(ConfirmDialog.class).single()).confirm();
        awaitThe(id);

        assertThat(imports.get(id).counts().undone()).isEqualTo(1);
        assertThat(find(Paragraph.class).all().stream()
                        .anyMatch(text -> text.getText().contains("an opt-out is never taken back")))
                .isTrue();
    }

    @Test
    @WithUserDetails(MANAGER)
    void the_list_shows_each_file_and_leads_to_its_page() {
        var id = load("Name,Email\n%1$s,%1$s@example.com\n".formatted(name));

        go("settings/imports");

        assertThat(title()).isEqualTo("Imports");
        assertThat(find(Anchor.class).withText("Import a file").single().getHref())
                .isEqualTo("/settings/imports/new");
        assertThat(imports.list()).anyMatch(run -> run.id().equals(id));
        assertThat(test(find(Grid.class).single()).size()).isPositive();
    }

    @Test
    @WithUserDetails(MANAGER)
    void the_upload_says_what_it_takes() {
        go("settings/imports/new");

        assertThat(title()).isEqualTo("Import a file");
        assertThat(find(Paragraph.class).all().stream()
                        .anyMatch(text -> text.getText().contains("at most 200 MB")))
                .isTrue();
    }

    @Test
    @WithUserDetails(COORDINATOR)
    void coordinators_are_told_that_the_screens_are_not_for_their_role() {
        for (var path : new String[] {"settings/imports", "settings/imports/new", "settings/imports/" + Uuid7.next()}) {
            go(path);
            assertThat(says("This screen is not for your role")).as(path).isTrue();
        }
    }

    @Test
    @WithUserDetails(MANAGER)
    void an_import_that_is_not_there_is_an_ordinary_missing_page() {
        go("settings/imports/" + Uuid7.next());

        assertThat(find(ImportDetailsView.class).exists()).isFalse();
    }
}
