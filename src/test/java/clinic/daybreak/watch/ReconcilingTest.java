package clinic.daybreak.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.InboxService;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.installation.DataFolder;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

@IntegrationTest
class ReconcilingTest {

    @Autowired
    ReconciliationService reconciliations;

    @Autowired
    ReconcileFolder folder;

    @Autowired
    DataFolder data;

    @Autowired
    InboxService inbox;

    @Autowired
    SourceService sources;

    @Autowired
    SubmissionStore store;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private StaffMember admin;
    private SourceDetails source;
    private final String email = PersonFixtures.freshEmail();
    private final String other = PersonFixtures.freshEmail();

    @BeforeEach
    void openClinic() {
        LocationDetails clinic = LocationFixtures.opened(system, locations);
        admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);
        source = CaptureFixtures.opened(system, sources, clinic);
    }

    @Test
    void what_arrived_is_known_by_its_name_or_its_address_and_what_did_not_waits_for_a_human() {
        receive("e-1", "{\"full_name\":\"Ann Lee\",\"email\":\"x@example.com\"}");
        receive("e-2", "{\"full_name\":\"Bo Day\",\"email\":\"" + email.toUpperCase() + "\"}");
        receive("e-3", "{\"full_name\":\"Cy Ray\",\"phone\":\"+1 661 555 0177\"}");

        var run = compare("""
                Entry ID,Your name,Your e-mail,Phone,Message
                e-1,Ann Lee,,,Hello
                ,Bo Day,%s,,Hello
                ,Cy Ray,,(661) 555-0177,Hello
                e-4,Dee Fox,%s,,Please call
                """.formatted(email, other));

        assertThat(run.listed()).isEqualTo(4);
        assertThat(run.known()).isEqualTo(3);
        assertThat(run.missing()).hasSize(1);
        var missing = run.missing().iterator().next();
        assertThat(row(missing)).isEqualTo("NEEDS_HUMAN e-4 Its sender lists it, but it never arrived here.");
        assertThat(StaffFixtures.as(contexts, admin, () -> reconciliations.list(source.id())))
                .containsExactly(run);

        StaffFixtures.as(contexts, admin, () -> inbox.processAgain(missing));
        await().untilAsserted(() -> assertThat(row(missing)).startsWith("PROCESSED"));
        assertThat(jdbc.sql("""
                        SELECT CONCAT_WS('|', p.full_name, t.body) FROM submission s JOIN leads l ON l.id = s.lead_id
                        JOIN person p ON p.id = l.person_id
                        JOIN timeline_entry t ON t.lead_id = l.id AND t.kind = 'ENQUIRY' WHERE s.id = ?
                        """).param(missing.value()).query(String.class).single())
                .startsWith("Dee Fox|Please call");
    }

    @Test
    void the_same_list_again_adds_nothing_even_when_a_column_has_changed() {
        var list = "Name,Email,Date,Status\nDee Fox," + other + ",2026-06-15 10:00,%s\n";

        assertThat(compare(list.formatted("new")).missing()).hasSize(1);
        assertThat(compare(list.formatted("new")).missing()).isEmpty();
        assertThat(compare(list.formatted("read")).missing()).isEmpty();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void somebody_who_wrote_again_a_week_later_is_missing_once() {
        receive("e-1", "{\"full_name\":\"Ann Lee\",\"email\":\"" + email + "\"}");
        var later = clock.instant().minus(Duration.ofDays(7));

        var run = compare("Name,Email,Submitted at\nAnn," + email + "," + clock.instant() + "\nAnn," + email + ","
                + later + "\n");

        assertThat(run.known()).isEqualTo(1);
        assertThat(run.missing()).hasSize(1);
    }

    @Test
    void a_missing_cry_for_help_does_not_wait() {
        var run = compare("Name,Email,Message\nDee Fox," + other + ",I want to end my life\n");

        await().untilAsserted(
                        () -> assertThat(row(run.missing().iterator().next())).startsWith("PROCESSED"));
    }

    @Test
    void lists_that_scripts_drop_are_taken_at_night_and_put_away() throws IOException {
        var place = Files.createDirectories(data.folder("reconcile").resolve(source.code()));
        drop(place, "good.csv", "Name,Email\nDee Fox," + other + "\n");
        drop(place, "bad.csv", "nothing\n");
        Files.writeString(place.resolve("growing.csv"), "Name,Email\n");

        system.run(folder::takeAll);

        assertThat(count()).isEqualTo(1);
        assertThat(names(place)).containsExactlyInAnyOrder("done", "failed", "growing.csv");
        assertThat(names(place.resolve("done"))).hasSize(1).doesNotContain("good.csv");
        List<ReconciliationSummary> shown = StaffFixtures.as(contexts, admin, () -> reconciliations.list(source.id()));
        assertThat(shown).extracting(ReconciliationSummary::by).containsOnly("Daybreak");
        assertThat(shown)
                .extracting(ReconciliationSummary::problem)
                .containsExactlyInAnyOrder(
                        "",
                        "The first row must hold the names of 2 to 180 columns. Export the list again with its columns.");
    }

    private static void drop(Path place, String name, String content) throws IOException {
        var file = Files.writeString(place.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(file.toFile().lastModified() - 600_000));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private ReconciliationSummary compare(String list) {
        return StaffFixtures.as(
                contexts, admin, () -> reconciliations.compare(source.id(), list.getBytes(StandardCharsets.UTF_8)));
    }

    private void receive(String id, String body) {
        store.store(
                RawSubmission.named(source.id(), id, "application/json", "", body.getBytes(StandardCharsets.UTF_8)));
    }

    private String row(SubmissionId id) {
        return jdbc.sql("SELECT CONCAT_WS(' ', state, external_id, problem) FROM submission WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private int count() {
        return jdbc.sql("SELECT COUNT(*) FROM submission WHERE source_id = ?")
                .param(source.id().value())
                .query(Integer.class)
                .single();
    }
}
