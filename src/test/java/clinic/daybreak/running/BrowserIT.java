package clinic.daybreak.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The main paths of staff and of visitors, in a real browser, on the running jar with demo data. */
class BrowserIT extends DemoInBrowser {

    private static final LocatorAssertions.IsVisibleOptions WITHIN_TWO_SECONDS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(2_000);

    @Test
    void a_posted_enquiry_appears_live_is_called_by_keyboard_moved_on_and_its_mail_read() throws Exception {
        try (var staff = desk("manager")) {
            var page = staff.open("/leads").page();
            assertThat(page.getByRole(AriaRole.HEADING, named("Leads"))).isVisible();
            var name = "Zoe" + UUID.randomUUID().toString().substring(0, 8);

            daybreak.postForm("/contact", enquiry(name));

            var link = page.getByText(name + " Zimmer").first();
            assertThat(link).isVisible(WITHIN_TWO_SECONDS);
            link.click();
            assertThat(page.getByRole(AriaRole.HEADING, named(name + " Zimmer")))
                    .isVisible();

            page.keyboard().press("a");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByText("Reached", exactlyIn())).isVisible();
            assertThat(page.locator("vaadin-radio-button:focus-within")).isVisible();
            page.keyboard().press("Space");
            dialog.locator("textarea").fill("Prefers mornings");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".view-actions").getByText("Contacted")).isVisible();
            assertThat(page.locator(".timeline").getByText("Call: Reached")).isVisible();
            assertThat(page.locator(".timeline").getByText("Prefers mornings")).isVisible();

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
    void today_is_worked_by_keyboard_alone_and_new_work_is_announced_without_moving_it() throws Exception {
        try (var staff = desk("coordinator")) {
            var page = staff.open("/?whose=all").page();
            var chosen = page.locator(".today-chosen .row-name");
            assertThat(chosen).isVisible();
            var first = chosen.textContent();
            page.keyboard().press("ArrowDown");
            assertThat(chosen).not().hasText(first);
            page.keyboard().press("k");
            assertThat(chosen).hasText(first);

            page.keyboard().press("j");
            assertThat(chosen).not().hasText(first);
            var second = chosen.textContent();
            page.keyboard().press("a");
            var dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(page.locator("vaadin-radio-button:focus-within")).isVisible();
            page.keyboard().press("ArrowDown"); // Left a voicemail
            page.keyboard().press("Control+Enter");
            assertThat(page.getByText("Attempt logged.")).isVisible();
            assertThat(dialog).isHidden();
            assertThat(chosen).not().hasText(second);

            var third = chosen.textContent();
            page.keyboard().press("s");
            assertThat(dialog.getByText("Tomorrow morning")).isVisible();
            assertThat(page.locator(".snooze-choice:focus")).isVisible();
            page.keyboard().press("Enter");
            assertThat(page.getByText("The next step is planned.")).isVisible();
            assertThat(chosen).not().hasText(third);

            var fourth = chosen.textContent();
            daybreak.postForm(
                    "/contact", enquiry("Zed" + UUID.randomUUID().toString().substring(0, 8)));
            assertThat(page.getByText("1 new since you looked")).isVisible(WITHIN_TWO_SECONDS);
            assertThat(chosen).hasText(fourth);
            page.keyboard().press("n");
            assertThat(page.locator(".news-bar")).isHidden();
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
            assertThat(page.getByRole(AriaRole.HEADING, named("Dashboard"))).isVisible();
            page.keyboard().press("Control+k");
            page.keyboard().type(known);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, named(known))).isVisible();
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

    private static Map<String, String> enquiry(String name) {
        return Map.of(
                "submission_id", UUID.randomUUID().toString(),
                "location", "bakersfield",
                "first_name", name,
                "last_name", "Zimmer",
                "email", name.toLowerCase(Locale.ROOT) + "@example.com",
                "relation", "self",
                "message", "Could somebody call me this week?");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exactlyIn() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
