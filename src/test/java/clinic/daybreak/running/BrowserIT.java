package clinic.daybreak.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main path in a real browser, on the running jar with demo data. Long, for every screen is walked through in one
 * place.
 */
class BrowserIT {

    private static final LocatorAssertions.IsVisibleOptions WITHIN_TWO_SECONDS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(2_000);

    private static RunningDaybreak daybreak;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        daybreak =
                RunningDaybreak.fresh("browser").with("DAYBREAK_DEMO", "true").start();
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (daybreak != null) {
            daybreak.close();
        }
    }

    @Test
    void a_posted_enquiry_appears_live_is_called_by_keyboard_moved_on_and_its_mail_read() throws Exception {
        try (var staff = desk("manager")) {
            var page = staff.open("/leads").page();
            assertThat(page.getByRole(AriaRole.HEADING, heading("Leads"))).isVisible();
            var name = "Zoe" + UUID.randomUUID().toString().substring(0, 8);

            daybreak.postForm("/contact", enquiry(name));

            var link = page.getByText(name + " Zimmer").first();
            assertThat(link).isVisible(WITHIN_TWO_SECONDS);
            link.click();
            assertThat(page.getByRole(AriaRole.HEADING, heading(name + " Zimmer")))
                    .isVisible();

            page.keyboard().press("a");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByText("Reached", exactlyIn())).isVisible();
            assertThat(page.locator("vaadin-radio-button:focus-within")).isVisible();
            page.keyboard().press("Space");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".view-actions").getByText("Contacted")).isVisible();
            assertThat(page.locator(".timeline").getByText("Call: Reached")).isVisible();

            assertThat(dialog).isHidden();
            page.keyboard().press("m");
            assertThat(page.locator(".view-actions").getByText("Qualified")).isVisible();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enquiry received"))
                    .click();
            assertThat(page.locator(".message-text")).containsText("Hello " + name + ",");
            assertThat(staff.consoleErrors()).isEmpty();
        }
    }

    @Test
    void a_lead_of_another_clinic_an_unknown_page_and_a_missing_right_say_what_to_do() throws Exception {
        var phoenix = daybreak.query("""
                        SELECT l.id FROM leads l JOIN location c ON c.id = l.location_id
                        WHERE c.code = 'phoenix' LIMIT 1
                        """).getFirst();
        try (var staff = desk("coordinator")) {
            assertThat(staff.open("/leads/" + phoenix).page().getByText("This is not here for you"))
                    .isVisible();
            assertThat(staff.open("/nowhere").page().getByText("There is no such page"))
                    .isVisible();
            assertThat(staff.page().locator(".rail")).isVisible();
        }
        try (var staff = desk("clinician")) {
            assertThat(staff.open("/inbox").page().getByText("This screen is not for your role"))
                    .isVisible();
        }
    }

    @Test
    void a_session_that_ended_leads_to_the_sign_in_form_and_back_to_the_same_screen() {
        try (var staff = desk("coordinator")) {
            staff.page().context().clearCookies();
            staff.open("/leads?stage=RECORDS");
            assertThat(staff.page().getByText("Sign in", exactly()).first()).isVisible();
            staff.page().locator("input[name=username]").fill("coordinator");
            staff.page().locator("input[name=password]").fill("daybreak-demo");
            staff.page().keyboard().press("Enter");
            staff.page().waitForURL("**/leads?stage=RECORDS*");
            assertThat(staff.page().locator(".stage-records").first()).isVisible();
        }
    }

    @Test
    void a_wrong_password_is_refused_without_saying_which_part_was_wrong() {
        try (var visitor = new StaffAtWork(browser, daybreak, 1280, ColorScheme.LIGHT)) {
            var page = visitor.open("/login").page();
            page.locator("input[name=username]").fill("coordinator");
            page.locator("input[name=password]").fill("wrong");
            page.keyboard().press("Enter");
            assertThat(page.getByText("That did not work")).isVisible();
        }
    }

    @Test
    void the_search_finds_a_person_from_every_screen() throws Exception {
        var known = daybreak.query("""
                        SELECT p.full_name FROM leads l JOIN person p ON p.id = l.person_id
                        JOIN location c ON c.id = l.location_id
                        WHERE c.code = 'bakersfield' AND p.last_name <> '' AND l.stage = 'RECORDS' LIMIT 1
                        """).getFirst();
        try (var staff = desk("coordinator")) {
            var page = staff.open("/dashboard").page();
            assertThat(page.getByRole(AriaRole.HEADING, heading("Dashboard"))).isVisible();
            page.keyboard().press("Control+k");
            page.keyboard().type(known);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, heading(known))).isVisible();
        }
    }

    @Test
    void the_contact_form_works_without_scripts_keeps_what_was_typed_and_thanks_in_the_visitors_language() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate(daybreak.url("/contact?lang=es&location=phoenix"));
            page.locator("#first_name").fill("Lucía");
            page.locator("#message").fill("¿Me pueden llamar?");
            page.locator("button").click();
            assertThat(page.locator("#email-error")).containsText("Escriba un correo");
            assertThat(page.locator("#message")).hasValue("¿Me pueden llamar?");

            page.locator("#phone").fill("(602) 555-0123");
            page.locator("button").click();

            assertThat(page.locator("h1")).hasText("Gracias");
            assertThat(context.cookies()).isEmpty();
            page.reload();
            assertThat(page.locator("h1")).hasText("Gracias");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/,coordinator",
        "/leads,coordinator",
        "/inbox,coordinator",
        "/dashboard,coordinator",
        "/automation,coordinator",
        "LEAD,coordinator",
        "MERGE,coordinator",
        "/settings/sources,admin",
        "/settings/sources/demo-api,admin",
        "/settings/mailboxes,admin",
        "/settings/imports,manager",
        "/settings/imports/new,manager"
    })
    void no_staff_screen_has_a_serious_barrier(String path, String who) throws Exception {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var staff = new StaffAtWork(browser, daybreak, 1280, scheme).signIn(who)) {
                staff.open(
                        switch (path) {
                            case "LEAD" -> "/leads/" + someLead();
                            case "MERGE" -> someMerge();
                            default -> path;
                        });
                staff.page().locator("h1").waitFor();
                staff.page().waitForTimeout(500);
                assertThat(barriers(staff.page())).as(path + " " + scheme).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/mailboxes"})
    void no_screen_of_administrators_has_a_serious_barrier(String path) throws Exception {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var staff = new StaffAtWork(browser, daybreak, 1280, scheme).signIn("admin")) {
                staff.open(path).page().locator("h1").waitFor();
                staff.page().waitForTimeout(500);
                assertThat(barriers(staff.page())).as(path + " " + scheme).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact", "/contact?lang=es", "/contact/thanks", "/login"})
    void no_public_page_has_a_serious_barrier(String path) {
        try (var visitor = new StaffAtWork(browser, daybreak, 390, ColorScheme.LIGHT)) {
            visitor.open(path).page().locator("h1, h2").first().waitFor();
            assertThat(barriers(visitor.page())).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "1920, LIGHT", "390, LIGHT", "390, DARK"})
    void every_screen_fits_its_window(int width, ColorScheme scheme) throws Exception {
        try (var staff = new StaffAtWork(browser, daybreak, width, scheme)) {
            look(staff.open("/login"), "login", "Sign in");
            look(staff.open("/contact"), "contact", "Contact us");
            staff.signIn("manager");
            look(staff.open("/?whose=all"), "today", "Today");
            look(staff.open("/leads"), "leads", "Leads");
            look(staff.open("/leads/" + someLead()), "lead", "Timeline");
            look(staff.open(someMerge()), "merge", "Are these the same person?");
            look(staff.open("/inbox"), "inbox", "Inbox");
            look(staff.open("/dashboard"), "dashboard", "Dashboard");
            look(staff.open("/automation"), "outbox", "Outbox");
            look(staff.open("/settings/mailboxes"), "mailboxes", "Mailboxes");
            look(staff.open("/settings/sources"), "sources", "Ways in");
            look(staff.open("/settings/sources/demo-api"), "source", "What its fields mean");
        }
    }

    private static void look(StaffAtWork staff, String name, String heading) {
        assertThat(staff.page().getByRole(AriaRole.HEADING, heading(heading)).first())
                .isVisible();
        staff.picture(name);
        var overflow = staff.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue())
                .as(name + " is wider than the window")
                .isLessThanOrEqualTo(0);
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

    private static String someLead() throws Exception {
        return someLead("RECORDS");
    }

    private static String someMerge() throws Exception {
        return "/leads/" + someLead() + "/merge/" + someLead("CONTACTED");
    }

    private static String someLead(String stage) throws Exception {
        return daybreak.query("""
                        SELECT l.id FROM leads l JOIN location c ON c.id = l.location_id
                        WHERE c.code = 'bakersfield' AND l.stage = '%s' ORDER BY l.id LIMIT 1
                        """.formatted(stage)).getFirst();
    }

    private static StaffAtWork desk(String username) {
        return new StaffAtWork(browser, daybreak, 1280, ColorScheme.LIGHT).signIn(username);
    }

    private static Map<String, String> enquiry(String name) {
        return Map.of(
                "submission_id", UUID.randomUUID().toString(),
                "location", "bakersfield",
                "first_name", name,
                "last_name", "Zimmer",
                "email", name.toLowerCase(java.util.Locale.ROOT) + "@example.com",
                "relation", "self",
                "message", "Could somebody call me this week?");
    }

    private static Page.GetByRoleOptions heading(String text) {
        return new Page.GetByRoleOptions().setName(text).setExact(true);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exactlyIn() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
