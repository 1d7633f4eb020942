package clinic.daybreak.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceHealth.Verdict;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** Each source and each clinic is the test's own; what other tests left is looked at too and does not matter. */
@IntegrationTest
class WatchdogsTest {

    private static final Instant START = Instant.parse("2026-06-15T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Watchdogs watchdogs;

    @Autowired
    WatchService watch;

    @Autowired
    CanaryRunRepository runs;

    @Autowired
    SourceService sources;

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

    private LocationDetails clinic;
    private StaffMember manager;
    private SourceDetails source;

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
        source = CaptureFixtures.opened(system, sources, clinic);
    }

    @Test
    void a_way_in_that_is_silent_for_longer_than_usual_raises_one_alert_that_ends_with_the_next_submission() {
        receivedEach(Duration.ofHours(16), 6);
        var last = START.plus(Duration.ofHours(16 * 5));

        look(last.plus(Duration.ofHours(20)));
        assertThat(open()).isEmpty();

        look(last.plus(Duration.ofHours(21)));
        look(last.plus(Duration.ofHours(22)));
        assertThat(open())
                .containsExactly(
                        "SILENT Nothing has come for 22 hours. Its longest pause in four weeks was 16 hours. Send"
                                + " an entry yourself, and look at the sender's own list.");
        assertThat(verdict()).isEqualTo(Verdict.SILENT);

        received(last.plus(Duration.ofHours(23)));
        look(last.plus(Duration.ofHours(23)));
        assertThat(open()).isEmpty();
        assertThat(history()).isEqualTo(1);
    }

    @Test
    void it_is_still_silent_when_the_last_submission_is_longer_ago_than_four_weeks() {
        receivedEach(HOUR, 6);

        look(START.plus(Duration.ofDays(90)));

        assertThat(open()).singleElement().asString().startsWith("SILENT Nothing has come for 89 days.");
    }

    @Test
    void managers_are_written_to_once_and_again_after_a_day_with_a_link_and_no_name() {
        receivedEach(HOUR, 6);
        var noticed = START.plus(Duration.ofDays(2));

        look(noticed);
        look(noticed.plus(HOUR));
        await().untilAsserted(() -> assertThat(mails()).hasSize(1));

        look(noticed.plus(Duration.ofHours(23)));
        look(noticed.plus(Duration.ofHours(25)));
        await().untilAsserted(() -> assertThat(mails()).hasSize(2));
        assertThat(mails()).allMatch("Daybreak needs somebody to look"::equals);
    }

    @Test
    void a_way_in_that_answers_errors_raises_an_alert() {
        tally(START, 0, 0, 2);
        look(START.plusSeconds(60));
        assertThat(open()).isEmpty();

        tally(START, 0, 5, 1);
        look(START.plusSeconds(120));
        assertThat(open()).containsExactly("FAILING 3 deliveries of the last minutes could not be received.");
        assertThat(verdict()).isEqualTo(Verdict.FAILING);

        look(START.plus(Duration.ofMinutes(31)));
        assertThat(open()).isEmpty();
    }

    @Test
    void what_waits_for_more_than_five_minutes_raises_an_alert_however_often_it_was_tried() {
        jdbc.sql("UPDATE submission SET state = 'DISMISSED', due_at = NULL WHERE state = 'RECEIVED'")
                .update(); // what other tests left waiting
        var due = clock.instant().plus(HOUR);
        var id = Uuid7.next();
        jdbc.sql("""
                        INSERT INTO submission (id, source_id, external_id, received_at, content_type, headers, body, state,
                            due_at, tries, version)
                        VALUES (?, ?, ?, ?, 'application/json', '', '{}', 'RECEIVED', ?, 6, 0)
                        """)
                .params(id, source.id().value(), id.toString(), SqlTime.of(clock.instant()), SqlTime.of(due))
                .update();
        var firstTry = due.minusSeconds(126); // pauses of 2, 4, 8, 16, 32 and 64 seconds
        try {
            look(firstTry.plus(Duration.ofMinutes(5)));
            assertThat(openKinds()).doesNotContain("UNPROCESSED");
            look(firstTry.plus(Duration.ofMinutes(5)).plusSeconds(1));
            assertThat(openKinds()).contains("UNPROCESSED");
        } finally {
            jdbc.sql("DELETE FROM submission WHERE id = ?").param(id).update();
        }
        look(firstTry.plus(Duration.ofMinutes(6)));
        assertThat(openKinds()).doesNotContain("UNPROCESSED");
    }

    @Test
    void what_had_to_be_put_aside_raises_an_alert_until_it_is_in_the_database_and_ten_minutes_are_over() {
        jdbc.sql("INSERT INTO spool_use (node, used_at, waiting) VALUES ('another', ?, 1)")
                .param(SqlTime.of(START))
                .update();

        look(START.plus(HOUR));
        assertThat(openKinds()).contains("SPOOLED");

        jdbc.sql("UPDATE spool_use SET waiting = 0, used_at = ? WHERE node = 'another'")
                .param(SqlTime.of(START.plus(HOUR)))
                .update();
        look(START.plus(HOUR).plus(Duration.ofMinutes(9)));
        assertThat(openKinds()).contains("SPOOLED");
        jdbc.sql("DELETE FROM spool_use WHERE node = 'another'").update();
        look(START.plus(HOUR).plus(Duration.ofMinutes(11)));
        assertThat(openKinds()).doesNotContain("SPOOLED");
    }

    @Test
    void a_daily_proof_that_did_not_come_through_raises_an_alert_until_one_does() {
        var failed = new CanaryRun(source.id(), 0, START);
        failed.fail("It was answered with 503.", START);
        runs.save(failed);

        look(START.plusSeconds(60));
        assertThat(open()).containsExactly("UNPROVED The daily proof did not come through: It was answered with 503.");

        var proved = new CanaryRun(source.id(), 0, START.plusSeconds(300));
        proved.prove(START.plusSeconds(301));
        runs.save(proved);
        look(START.plusSeconds(360));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_manager_of_another_clinic_is_not_told() {
        tally(START, 0, 0, 3);
        look(START);
        var stranger =
                StaffFixtures.opened(system, staff, StaffRole.MANAGER, LocationFixtures.opened(system, locations));

        List<OpenAlert> seen = StaffFixtures.as(contexts, stranger, () -> watch.openAlerts());

        assertThat(seen)
                .noneMatch(
                        alert -> alert.source() != null && alert.source().id().equals(source.id()));
    }

    private void look(Instant now) {
        clock.asAt(now, () -> system.run(watchdogs::look));
    }

    private void receivedEach(Duration pause, int count) {
        for (int i = 0; i < count; i++) {
            received(START.plus(pause.multipliedBy(i)));
        }
    }

    private void received(Instant at) {
        tally(at, 1, 0, 0);
    }

    /** As the counters write it, without waiting for them. */
    private void tally(Instant slot, int received, int refused, int failed) {
        jdbc.sql("""
                        INSERT INTO source_tally (source_id, slot, received, repeats, refused, failed)
                        VALUES (?, ?, ?, 0, ?, ?) ON DUPLICATE KEY UPDATE received = received + VALUES(received),
                            refused = refused + VALUES(refused), failed = failed + VALUES(failed)
                        """)
                .params(source.id().value(), SqlTime.of(slot), received, refused, failed)
                .update();
    }

    private List<String> open() {
        return StaffFixtures.as(contexts, manager, () -> watch.openAlerts()).stream()
                .filter(alert -> alert.source() != null && alert.source().id().equals(source.id()))
                .map(alert -> alert.kind() + " " + alert.words())
                .toList();
    }

    private List<String> openKinds() {
        return StaffFixtures.as(contexts, manager, () -> watch.openAlerts()).stream()
                .map(alert -> alert.kind().name())
                .toList();
    }

    private Verdict verdict() {
        return StaffFixtures.as(contexts, manager, () -> watch.health())
                .get(source.id())
                .verdict();
    }

    private int history() {
        return jdbc.sql("SELECT COUNT(*) FROM source_alert WHERE source_id = ?")
                .param(source.id().value())
                .query(Integer.class)
                .single();
    }

    private List<String> mails() {
        return jdbc.sql("SELECT subject FROM message WHERE template = 'STAFF_ALERT' AND lead_id IS NULL"
                        + " AND recipient = ?")
                .param(manager.email())
                .query(String.class)
                .list();
    }
}
