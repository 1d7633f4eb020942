package clinic.daybreak.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen shows what it is for and fits its window; the pictures are kept in {@code target/screenshots}. */
class ScreensIT extends DemoInBrowser {

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "1920, LIGHT", "390, LIGHT", "390, DARK"})
    void every_screen_fits_its_window(int width, ColorScheme scheme) throws Exception {
        try (var staff = new StaffAtWork(browser, daybreak, width, scheme)) {
            look(staff.open("/login"), "login", "Sign in");
            look(staff.open("/contact"), "contact", "Contact us");
            staff.signIn("manager");
            look(staff.open("/?whose=all"), "today", "Today");
            look(staff.open("/team"), "team", "Team");
            look(staff.open("/settings/team"), "team-settings", "Team settings");
            look(staff.open("/leads"), "leads", "Leads");
            look(staff.open("/board"), "board", "Board");
            look(staff.open("/leads/" + someLead("RECORDS")), "lead", "Timeline");
            look(staff.open(someMerge()), "merge", "Are these the same person?");
            look(staff.open("/inbox"), "inbox", "Inbox");
            look(staff.open("/dashboard"), "dashboard", "Dashboard");
            look(staff.open("/automation"), "outbox", "Outbox");
            look(staff.open("/settings/imports"), "imports", "Imports");
            look(staff.open("/settings/imports/new"), "import-new", "Import a file");
            look(staff.open("/settings/mailboxes"), "mailboxes", "Mailboxes");
            look(staff.open("/settings/sources"), "sources", "Ways in");
            look(staff.open("/settings/sources/demo-api"), "source", "What its fields mean");
        }
    }

    private static void look(StaffAtWork staff, String name, String heading) {
        assertThat(staff.page().getByRole(AriaRole.HEADING, named(heading)).first())
                .isVisible();
        staff.picture(name);
        var overflow = staff.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue())
                .as(name + " is wider than the window")
                .isLessThanOrEqualTo(0);
    }
}
