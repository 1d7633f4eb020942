package clinic.daybreak.running;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of submissions that are no leads by themselves, by clicks in a real browser. */
class InboxIT extends DemoInBrowser {

    private static final String KEY = "demo-api-key";
    /** Held back for its many links. */
    private static final String JUNK = """
            {"submission_id":"%s","first_name":"%s","email":"%s@example.com","location":"bakersfield",
            "message":"http://a.example http://b.example http://c.example http://d.example http://e.example"}
            """;

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @Test
    void what_was_read_wrongly_is_corrected_and_becomes_a_lead() throws Exception {
        var name = fresh("Cora");
        var id = arrives(JUNK, name);
        try (var staff = desk("manager")) {
            var page = staff.open("/inbox?tab=junk&id=" + id).page();
            page.getByLabel("Last name").fill("Correct");
            staff.picture("inbox-correct");
            page.getByText("Correct and process").click();

            assertThat(page.getByText("It becomes a lead now.")).isVisible();
            assertThat(leadOf(staff, name + " Correct").getByRole(AriaRole.HEADING, named(name + " Correct")))
                    .isVisible();
            assertThat(staff.consoleErrors()).isEmpty();
        }
    }

    @Test
    void what_belongs_to_a_lead_that_is_open_is_attached_to_it() throws Exception {
        var name = fresh("Atta");
        arrives("""
                {"submission_id":"%s","first_name":"%s","last_name":"Open","email":"%s@example.com","location":"bakersfield"}
                """, name);
        var id = arrives(JUNK, fresh("Other"));
        try (var staff = desk("manager")) {
            var page = staff.open("/inbox?tab=junk&id=" + id).page();
            page.getByText("Attach to a lead").click();
            page.getByLabel("Name, e-mail or phone").fill(name + " Open");
            page.locator(".attach-found vaadin-button").first().click();

            assertThat(page.getByText("It stands on that lead's timeline.")).isVisible();
            assertThat(leadOf(staff, name + " Open").locator(".timeline").getByText("http://a.example"))
                    .isVisible();
        }
    }

    @Test
    void suspected_junk_that_is_none_is_processed_and_spam_is_put_aside_and_found_again() throws Exception {
        var name = fresh("Jun");
        var mistaken = arrives(JUNK, name);
        var spam = arrives(JUNK, fresh("Spa"));
        try (var staff = desk("manager")) {
            var page = staff.open("/inbox?tab=junk&id=" + mistaken).page();
            staff.picture("inbox-junk");
            page.getByText("Process as it came").click();
            assertThat(page.getByText("It is processed again as if just received."))
                    .isVisible();
            assertThat(leadOf(staff, name).getByRole(AriaRole.HEADING, named(name)))
                    .isVisible();

            staff.open("/inbox?tab=junk&id=" + spam);
            page.getByText("Put aside as").click();
            page.locator("vaadin-menu-bar-item")
                    .getByText("Spam", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("Put aside as Spam. Nothing is deleted.")).isVisible();
            assertThat(staff.open("/inbox?tab=aside&id=" + spam)
                            .page()
                            .getByText("http://a.example")
                            .first())
                    .isVisible();
        }
    }

    @Test
    void what_a_senders_own_list_has_and_we_have_not_is_made_visible_and_becomes_a_lead() throws Exception {
        var here = daybreak.query("SELECT external_id FROM submission WHERE id = ?", arrives("""
                {"submission_id":"%s","first_name":"%s","last_name":"Known","email":"%s@example.com","location":"bakersfield"}
                """, fresh("Here")))
                .getFirst();
        var lost = fresh("Lost");
        var list = "submission_id,first_name,last_name,email,location\n"
                + here + ",x,x,x@example.com,bakersfield\n"
                + lost + "," + lost + ",Missing," + lost.toLowerCase(Locale.ROOT) + "@example.com,bakersfield\n";
        try (var staff = desk("admin")) {
            var page = staff.open("/settings/sources/demo-api").page();
            page.getByText("Compare a list").waitFor();
            staff.picture("source-admin");
            page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload("entries.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            assertThat(page.getByText("was missing.").first()).isVisible(SOON);
            staff.picture("reconciled");
            page.getByText("Missing 1").first().click();
            page.getByText("Process as it came").click();

            assertThat(leadOf(staff, lost + " Missing").getByRole(AriaRole.HEADING, named(lost + " Missing")))
                    .isVisible();
        }
    }

    @Test
    void two_leads_of_one_person_are_merged_and_taken_apart_again() throws Exception {
        var name = fresh("Mer");
        var body =
                "{\"submission_id\":\"%s\",\"first_name\":\"%s\",\"last_name\":\"One\",\"email\":\"%s@example.com\",\"location\":\"bakersfield\"}";
        arrives(body, name);
        arrives(body.replace("@example.com", "@example.net").replace("One", "Two"), name);
        var one = lead(name + " One");
        var two = lead(name + " Two");
        try (var staff = desk("manager")) {
            var page = staff.open("/leads/" + one + "/merge/" + two).page();
            page.getByRole(AriaRole.BUTTON, named("Merge")).click();
            assertThat(page.locator(".timeline").getByText("Merged").first()).isVisible();
            assertThat(page.locator(".lead-facts").getByText("@example.net")).isVisible();

            page.getByText("Unmerge").click();
            assertThat(page.getByText("They are two again. Nobody was told.")).isVisible();
            assertThat(page.locator(".lead-facts").getByText("@example.net")).isHidden();
            assertThat(staff.open("/leads/" + two).page().getByRole(AriaRole.HEADING, named(name + " Two")))
                    .isVisible();
        }
    }

    private static String fresh(String first) {
        return first + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Handed in by the API under its own name, and read by now; what it is called inside. */
    private static String arrives(String body, String name) throws Exception {
        var given = UUID.randomUUID().toString();
        assertThat(daybreak.postJson("/api/v1/submissions", KEY, body.formatted(given, name, name))
                        .statusCode())
                .isEqualTo(202);
        Waiting.until(
                Duration.ofSeconds(20),
                () -> daybreak.query(
                                        "SELECT state FROM submission WHERE external_id = ? AND state <> 'RECEIVED'",
                                        given)
                                .size()
                        == 1);
        return daybreak.query("SELECT id FROM submission WHERE external_id = ?", given)
                .getFirst();
    }

    private static String lead(String name) throws Exception {
        return daybreak.query(
                        "SELECT l.id FROM leads l JOIN person p ON p.id = l.person_id WHERE p.full_name = ?", name)
                .getFirst();
    }

    private static Page leadOf(StaffAtWork staff, String name) throws Exception {
        Waiting.until(
                Duration.ofSeconds(20),
                () -> !daybreak.query(
                                "SELECT l.id FROM leads l JOIN person p ON p.id = l.person_id WHERE p.full_name = ?",
                                name)
                        .isEmpty());
        return staff.open("/leads/" + lead(name)).page();
    }
}
