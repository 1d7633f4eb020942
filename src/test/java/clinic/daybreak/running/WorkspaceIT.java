package clinic.daybreak.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A day at the desk in a real browser: together with colleagues, cut off in the middle, and away from the screen. */
class WorkspaceIT extends DemoInBrowser {

    private static final LocatorAssertions.IsVisibleOptions WITHIN_TWO_SECONDS =
            new LocatorAssertions.IsVisibleOptions().setTimeout(2_000);
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @Test
    void a_note_that_is_not_added_yet_outlives_the_session() throws Exception {
        var lead = "/leads/" + someLead("QUALIFIED");
        try (var staff = desk("coordinator")) {
            var page = staff.open(lead).page();
            page.locator(".note-form").waitFor();
            page.keyboard().press("n");
            page.keyboard().type("She asked for a call after six, on her private");
            assertThat(page.getByText("Kept as a draft")).isVisible();

            page.context().clearCookies();
            page.reload();
            page.locator("input[name=username]").fill("coordinator");
            page.locator("input[name=password]").fill("daybreak-demo");
            page.keyboard().press("Enter");

            var note = page.locator(".note-form textarea");
            assertThat(note).hasValue("She asked for a call after six, on her private");
            assertThat(page.getByText("Not added yet")).isVisible();
            staff.picture("lead-draft");
            note.fill("");
            assertThat(page.getByText("Kept as a draft")).isHidden();
        }
    }

    @Test
    void two_who_have_one_lead_open_see_each_other_and_neither_overwrites_the_other() throws Exception {
        var lead = "/leads/" + someLead("CLEARED");
        try (var one = desk("coordinator");
                var two = desk("manager")) {
            var first = one.open(lead).page();
            assertThat(first.locator(".presence")).isHidden();
            var second = two.open(lead).page();
            assertThat(second.locator(".presence")).isVisible(SOON);
            assertThat(first.locator(".presence").getByText("Also open: Priya Raman"))
                    .isVisible(WITHIN_TWO_SECONDS);

            change(first, "pronouns");
            pronouns(first).fill("they/them");
            change(second, "pronouns");
            pronouns(second).fill("she/her");
            first.keyboard().press("Enter");
            assertThat(second.getByText("Changed: Pronouns").first()).isVisible(SOON);
            assertThat(pronouns(second)).hasValue("she/her");
            second.keyboard().press("Enter");

            var dialog = second.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByText("Theirs: they/them")).isVisible();
            two.picture("fact-conflict");
            dialog.getByText("Mine: she/her").click();
            dialog.getByText("Save what I chose").click();
            assertThat(first.locator(".lead-facts").getByText("she/her")).isVisible(SOON);

            second.close();
            assertThat(first.locator(".presence")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(10_000));
            assertThat(one.consoleErrors()).isEmpty();
        }
    }

    @Test
    void a_note_for_a_colleague_is_on_their_screen_at_once() throws Exception {
        var lead = "/leads/" + someLead("CONTACTED");
        try (var writer = desk("manager");
                var reader = desk("coordinator")) {
            var wall = reader.open("/leads").page();
            wall.locator(".view").waitFor();
            var page = writer.open(lead).page();
            page.locator(".note-form textarea").fill("Please call back today");
            var colleagues = page.getByLabel("Show it to");
            colleagues.fill("Rosa");
            page.locator("vaadin-multi-select-combo-box-item").first().click();
            page.keyboard().press("Escape");
            page.getByRole(AriaRole.BUTTON, named("Add note")).click();

            assertThat(wall.getByText("wrote a note for you")).isVisible(WITHIN_TWO_SECONDS);
            reader.picture("mention");
            wall.locator(".notice-next").getByText("Open the lead").click();
            assertThat(wall.getByText("Please call back today")).isVisible();
            wall.navigate(daybreak.url("/leads"));
            assertThat(wall.getByText("wrote a note for you")).isHidden();
        }
    }

    @Test
    void a_screen_that_nobody_uses_is_locked_over_the_work_and_gives_it_back_for_the_password() throws Exception {
        try (var clinic = RunningDaybreak.fresh("idle")
                        .with("DAYBREAK_DEMO", "true")
                        .with("DAYBREAK_IDLE_LOCK", "5s")
                        .start();
                var staff = new StaffAtWork(browser, clinic, 1280, ColorScheme.LIGHT).signIn("coordinator")) {
            var page = staff.open("/leads").page();
            page.locator(".row-person").first().click();
            page.locator(".note-form textarea").fill("Half a sent");

            var lock = page.locator("vaadin-dialog.lock");
            var words = lock.getByText("Nobody used this screen");
            assertThat(words).isVisible(SOON);
            assertThat(page.locator(".frame")).isHidden();
            staff.picture("locked");
            page.reload();
            assertThat(words).isVisible(SOON);

            unlock(page, lock, "wrong");
            assertThat(lock.getByText("That did not work.")).isVisible();
            unlock(page, lock, "daybreak-demo");

            assertThat(words).isHidden();
            assertThat(page.locator(".note-form textarea")).hasValue("Half a sent");
        }
    }

    private static void unlock(Page page, Locator lock, String password) {
        lock.locator("input[type=password]").fill(password);
        page.keyboard().press("Enter");
    }

    private static Locator pronouns(Page page) {
        return page.locator(".fact-form input");
    }

    private static void change(Page page, String what) {
        page.getByRole(AriaRole.BUTTON, named("Change " + what)).click();
    }
}
