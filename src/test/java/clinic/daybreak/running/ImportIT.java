package clinic.daybreak.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file on its way through a real browser, from choosing it to undoing it. */
class ImportIT extends DemoInBrowser {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Test
    void a_manager_chooses_maps_checks_imports_downloads_and_undoes() {
        try (var staff = desk("manager")) {
            var page = staff.open("/settings/imports/new").page();
            choose(page, "notes.csv", "only one column\n".getBytes(StandardCharsets.UTF_8));
            assertThat(page.getByText("could not find the delimiter")).isVisible();
            staff.picture("import-refused");
            choose(
                    page,
                    "people.csv",
                    "Name;E-mail;Came in;Clinic\nRenée O'Neil;renee@example.org;03/04/2026;bakersfield\nSam Lee;sam@example.org;05/06/2026;nowhere\n"
                            .getBytes(StandardCharsets.UTF_16));

            assertThat(page.getByRole(AriaRole.HEADING, named("people.csv"))).isVisible(SOON);
            assertThat(page.locator(".preview").getByText("renee@example.org")).isVisible();
            choose(page, "What \"Came in\" is", "Received at");
            assertThat(page.getByText("more than one way")).isVisible();
            page.locator("vaadin-select:has-text('Choose the format')").click();
            page.getByText("day/month/year: 03/04/2026 is 3 April 2026").last().click();
            assertThat(page.locator(".preview").getByText("3 April 2026, 00:00 PDT"))
                    .isVisible();
            staff.picture("import-mapping");
            page.getByText("Check without importing").click();
            assertThat(page.getByText("Import 1 row")).isVisible(SOON);
            staff.picture("import-checked");
            page.getByText("Import 1 row").click();
            staff.picture("import-after");
            assertThat(page.getByText("Download the failed rows")).isVisible(SOON);
            staff.picture("import-finished");

            var download = page.waitForDownload(
                    () -> page.getByText("Download the failed rows").click());
            assertThat(download.suggestedFilename()).isEqualTo("failed-rows.csv");

            page.getByText("Undo this import").click();
            page.getByText("Undo the import", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("an opt-out is never taken back")).isVisible(SOON);
            // the browser itself writes down that the first file was refused
            assertThat(staff.consoleErrors()).allMatch(error -> error.contains("422"));
        }
    }

    private static void choose(Page page, String name, byte[] content) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
    }

    private static void choose(Page page, String label, String item) {
        var box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label));
        box.fill(item);
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText(item))
                .first()
                .click();
        assertThat(box).hasValue(item);
    }
}
