package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No screen and no page keeps anybody out who cannot see, hear or point well (WCAG 2.2 AA, as far as axe can tell). */
class BarriersIT extends DemoInBrowser {

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void no_screen_of_a_coordinator_has_a_serious_barrier(ColorScheme scheme) throws Exception {
        assertThat(barriers(
                        "coordinator",
                        scheme,
                        "/",
                        "/leads",
                        "/board",
                        "/inbox",
                        "/dashboard",
                        "/automation",
                        "/settings/team",
                        "/leads/" + someLead("RECORDS"),
                        someMerge()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void no_screen_of_a_manager_or_administrator_has_a_serious_barrier(ColorScheme scheme) {
        assertThat(barriers("manager", scheme, "/settings/imports", "/settings/imports/new"))
                .isEmpty();
        assertThat(barriers("admin", scheme, "/settings/sources", "/settings/sources/demo-api", "/settings/mailboxes"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact", "/contact?lang=es", "/contact/thanks", "/login"})
    void no_public_page_has_a_serious_barrier(String path) {
        try (var visitor = new StaffAtWork(browser, daybreak, 390, ColorScheme.LIGHT)) {
            visitor.open(path).page().locator("h1, h2").first().waitFor();
            assertThat(barriers(visitor.page())).isEmpty();
        }
    }

    private static List<String> barriers(String who, ColorScheme scheme, String... paths) {
        var found = new ArrayList<String>();
        try (var staff = new StaffAtWork(browser, daybreak, 1280, scheme).signIn(who)) {
            for (var path : paths) {
                staff.open(path).page().locator("h1").waitFor();
                staff.page().waitForTimeout(500);
                barriers(staff.page()).forEach(barrier -> found.add(path + ": " + barrier));
            }
        }
        return found;
    }

    /** The last row of a grid is cut by the grid's edge until one scrolls; its size there is no barrier. */
    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .filter(node -> !("target-size".equals(rule.getId())
                                        && (node.getHtml().startsWith("<td")
                                                || node.getHtml().contains("row-person"))))
                                .map(node -> rule.getId() + ": " + node.getFailureSummary() + " " + node.getHtml()))
                        .toList();
    }
}
