package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is answered with success while the database is away has its effect once, also when the process is killed. */
class SpoolIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEY = "spool-it-key";

    @Test
    void what_arrives_while_the_database_is_away_is_accepted_and_has_its_effect_once_it_is_back() throws Exception {
        try (var daybreak = prepared("spooled")) {
            daybreak.takeDatabaseAway();
            var ids = new ArrayList<String>();
            for (int i = 0; i < 20; i++) {
                ids.add(UUID.randomUUID().toString());
            }

            assertThat(daybreak.get(daybreak.url("/contact")).statusCode()).isEqualTo(200);
            for (var id : ids) {
                assertThat(daybreak.postForm("/contact", form(id)).statusCode()).isEqualTo(303);
                assertThat(daybreak.postForm("/contact", form(id)).statusCode()).isEqualTo(303);
                assertThat(api(daybreak, id)).isBetween(200, 202);
            }
            assertThat(api(daybreak, ids.getFirst(), "wrong-key")).isEqualTo(401);
            daybreak.bringDatabaseBack();

            awaitProcessed(daybreak, 40);
            assertThat(daybreak.query("SELECT COUNT(*) FROM submission")).containsExactly("40");
            assertThat(daybreak.query("SELECT COUNT(*) FROM leads")).containsExactly("40");
            await(() -> files("spooled").isEmpty());
            await(() -> daybreak.query("SELECT waiting FROM spool_use").equals(List.of("0")));
        }
    }

    @Test
    void a_process_killed_while_the_spool_is_brought_in_loses_nothing_and_doubles_nothing() throws Exception {
        try (var daybreak = prepared("spool killed")) {
            daybreak.takeDatabaseAway();
            for (int i = 0; i < 600; i++) {
                assertThat(api(daybreak, UUID.randomUUID().toString())).isEqualTo(202);
            }
            daybreak.bringDatabaseBack();
            await(() -> count(daybreak) > 0);
            daybreak.kill();

            daybreak.start();

            await(() -> count(daybreak) == 600);
            await(() -> files("spool killed").isEmpty());
            awaitProcessed(daybreak, 600);
            assertThat(daybreak.query("SELECT COUNT(*) FROM leads")).containsExactly("600");
        }
    }

    @Test
    void a_process_killed_while_the_database_is_away_finds_its_spool_again() throws Exception {
        try (var daybreak = prepared("spool found")) {
            daybreak.takeDatabaseAway();
            for (int i = 0; i < 5; i++) {
                assertThat(api(daybreak, UUID.randomUUID().toString())).isEqualTo(202);
            }
            daybreak.kill();
            daybreak.bringDatabaseBack();

            daybreak.start();

            awaitProcessed(daybreak, 5);
        }
    }

    @Test
    void with_the_database_away_and_the_disk_full_nobody_is_thanked_and_what_was_typed_stays() throws Exception {
        try (var daybreak = prepared("spool full")) {
            Files.createSymbolicLink(folder("spool full").resolve("current"), Path.of("/dev/full"));
            daybreak.takeDatabaseAway();

            var page = daybreak.postForm("/contact", form(UUID.randomUUID().toString()));
            var api = daybreak.postJson("/api/v1/submissions", KEY, "{\"first_name\":\"Ana\"}");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(page.body())
                    .contains("your message was NOT received", "Please call me", "(661) 555-0100", "988");
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(api.body()).contains("was not received").doesNotContain("Exception");

            Files.delete(folder("spool full").resolve("current"));
            assertThat(api(daybreak, UUID.randomUUID().toString())).isEqualTo(202);
            daybreak.bringDatabaseBack();
            awaitProcessed(daybreak, 1);
        }
    }

    private static RunningDaybreak prepared(String name) throws Exception {
        var daybreak = RunningDaybreak.fresh(name).start();
        // sources are read each second and locations with the first page; both are kept from then on
        daybreak.openClinic();
        daybreak.openApi(KEY);
        assertThat(daybreak.get(daybreak.url("/contact")).statusCode()).isEqualTo(200);
        return daybreak;
    }

    private static int api(RunningDaybreak daybreak, String id) throws IOException, InterruptedException {
        return api(daybreak, id, KEY);
    }

    private static int api(RunningDaybreak daybreak, String id, String key) throws IOException, InterruptedException {
        var json = "{\"submission_id\":\"%1$s\",\"first_name\":\"Ana\",\"email\":\"%1$s@example.com\"}";
        return daybreak.postJson("/api/v1/submissions", key, json.formatted(id)).statusCode();
    }

    private static Map<String, String> form(String id) {
        return Map.of(
                "submission_id",
                id,
                "first_name",
                "Ana",
                "email",
                "page-" + id + "@example.com",
                "relation",
                "self",
                "message",
                "Please call me");
    }

    private static void awaitProcessed(RunningDaybreak daybreak, int wanted) throws Exception {
        await(() -> daybreak.query("SELECT COUNT(*) FROM submission WHERE state = 'PROCESSED'")
                .equals(List.of(Integer.toString(wanted))));
    }

    /** While the database is still starting there is no answer yet. */
    private static int count(RunningDaybreak daybreak) throws IOException {
        try {
            return Integer.parseInt(
                    daybreak.query("SELECT COUNT(*) FROM submission").getFirst());
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private static Path folder(String name) {
        return RunningDaybreak.folder(name).resolve("spool");
    }

    private static List<Path> files(String name) throws IOException {
        try (var files = Files.list(folder(name))) {
            return files.filter(file -> file.toString().endsWith(".spool")).toList();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Waiting.until(PATIENCE, () -> holds(condition));
    }

    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (SQLException notYet) {
            return false; // the database is still starting
        }
    }
}
