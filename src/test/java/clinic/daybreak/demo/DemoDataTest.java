package clinic.daybreak.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has a database of its own, see {@link DatabaseForDemo}; tests that only read share one fill, for it takes seconds. */
@IntegrationTest
@Import(DatabaseForDemo.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoDataTest {

    /** A Monday morning, the day after the clocks changed in California, while Arizona stayed. */
    private static final String MONDAY = "2026-03-09T16:40:00Z";

    private static final int LAST = Integer.MAX_VALUE;

    private static final String LEADS = """
            SELECT CONCAT_WS('|', p.full_name, l.received_at, l.stage, l.source, l.attempts, l.touches, s.username)
            FROM leads l JOIN person p ON p.id = l.person_id JOIN staff_account s ON s.id = l.owner_id
            ORDER BY l.received_at
            """;

    /** The moment for which the database is filled; empty when it is not. */
    private String filledFor = "";

    @Autowired
    DemoData demo;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_demo_has_every_stage_both_languages_and_cries_for_help() {
        fill(MONDAY);

        assertThat(count("SELECT COUNT(*) FROM leads")).isBetween(380, 440);
        assertThat(list("SELECT DISTINCT stage FROM leads"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Stage.values()).map(Stage::name).toList());
        assertThat(count("SELECT COUNT(*) FROM person WHERE language = 'ES'")).isGreaterThan(50);
        assertThat(count("SELECT COUNT(*) FROM person WHERE language = 'EN'")).isGreaterThan(200);
        assertThat(count("SELECT COUNT(*) FROM leads WHERE contact_id IS NOT NULL"))
                .isBetween(20, 70);
        assertThat(count("SELECT COUNT(*) FROM leads WHERE touches > 0")).isBetween(15, 40);
        assertThat(list("SELECT level FROM crisis_flag WHERE cleared_at IS NULL"))
                .containsExactlyInAnyOrder("RED", "AMBER");
        assertThat(count("SELECT COUNT(*) FROM crisis_flag WHERE cleared_at IS NOT NULL"))
                .as("no everyday text holds a phrase of the crisis list")
                .isEqualTo(3);
        assertThat(count("SELECT COUNT(*) FROM submission WHERE state <> 'PROCESSED'"))
                .isZero();
    }

    @Test
    void every_lead_has_an_owner_and_a_timeline_that_starts_with_the_enquiry() {
        fill(MONDAY);

        assertThat(count("SELECT COUNT(*) FROM leads WHERE owner_id IS NULL")).isZero();
        assertThat(count("""
                        SELECT COUNT(*) FROM leads l WHERE 'ENQUIRY' <> COALESCE((
                            SELECT t.kind FROM timeline_entry t WHERE t.lead_id = l.id
                            ORDER BY t.happened_at, t.id LIMIT 1), '')
                        """)).isZero();
    }

    @Test
    void every_coordinator_has_new_ones_to_answer_and_work_that_is_due() {
        fill(MONDAY);

        assertThat(count("SELECT COUNT(DISTINCT owner_id) FROM leads WHERE stage = 'NEW'"))
                .isEqualTo(4);
        assertThat(jdbc.sql("SELECT COUNT(DISTINCT owner_id) FROM leads WHERE next_step = 'CALL_BACK'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM leads WHERE next_due_at < ?")
                        .param(SqlTime.of(Instant.parse(MONDAY)))
                        .query(Integer.class)
                        .single())
                .isGreaterThan(5);
    }

    /** The second is a leap day at night; what is planned for other moments is proved by {@link DemoStoriesTest}. */
    @ParameterizedTest
    @ValueSource(strings = {MONDAY, "2024-02-29T08:05:00Z"})
    @Order(LAST)
    void nothing_lies_in_the_future_whenever_it_is_filled(String now) {
        fill(now);

        assertThat(list("SELECT DISTINCT stage FROM leads")).hasSize(Stage.values().length);
        for (var moment : List.of(
                "received_at FROM leads",
                "stage_since FROM leads",
                "first_attempt_at FROM leads",
                "happened_at FROM timeline_entry",
                "made_at FROM attempt",
                "changed_at FROM stage_change",
                "processed_at FROM submission",
                "created_at FROM person")) {
            var latest = jdbc.sql("SELECT MAX(latest) FROM (SELECT " + moment.replace(" FROM", " AS latest FROM")
                            + ") AS moments WHERE latest > ? AND latest < ?")
                    .param(SqlTime.of(Instant.parse(now)))
                    // what the workers of the test do meanwhile, they do now
                    .param(SqlTime.of(Instant.now().minus(Duration.ofHours(1))))
                    .query(String.class)
                    .optional();
            assertThat(latest).as(moment).isEmpty();
        }
    }

    @Test
    @Order(1)
    void the_same_moment_gives_the_same_leads() {
        fill(MONDAY);
        var first = list(LEADS);
        empty();
        fill(MONDAY);

        assertThat(list(LEADS)).isEqualTo(first);
    }

    @Test
    void a_second_fill_does_nothing() {
        fill(MONDAY);
        var first = list(LEADS);

        assertThat(demo.fill()).isFalse();
        assertThat(list(LEADS)).isEqualTo(first);
    }

    @Test
    @Order(LAST)
    void a_database_that_is_not_empty_is_not_touched() {
        empty();
        jdbc.sql("""
                        INSERT INTO location (id, code, name, zone, region, phone, address, version)
                        VALUES (UUID(), 'real', 'Real clinic', 'America/Denver', 'US', '', '', 0)
                        """).update();

        assertThat(demo.fill()).isFalse();
        assertThat(list("SELECT code FROM location")).containsExactly("real");
        assertThat(count("SELECT COUNT(*) FROM staff_account")).isZero();
        assertThat(count("SELECT COUNT(*) FROM source WHERE code = 'demo-api'")).isZero();
    }

    @Test
    @Order(LAST)
    void nothing_is_filled_at_the_start_outside_demo_mode() {
        empty();

        demo.run(new DefaultApplicationArguments());

        assertThat(count("SELECT COUNT(*) FROM staff_account")).isZero();
    }

    private void fill(String now) {
        if (filledFor.equals(now)) {
            return;
        }
        empty();
        var filled = new AtomicBoolean();
        clock.asAt(Instant.parse(now), () -> filled.set(demo.fill()));
        assertThat(filled).isTrue();
        filledFor = now;
    }

    /** TRUNCATE, for the append-only tables refuse DELETE; the workers are let finish what they have. */
    private void empty() {
        filledFor = "";
        letWorkersFinish();
        var tables = list("""
                SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
                AND table_name NOT IN ('flyway_schema_history', 'installation', 'source', 'scheduled_tasks')
                """);
        var script = new StringBuilder("BEGIN NOT ATOMIC SET FOREIGN_KEY_CHECKS = 0; ");
        tables.forEach(table -> script.append("TRUNCATE ").append(table).append("; "));
        script.append("DELETE FROM source WHERE code <> 'contact-page'; SET FOREIGN_KEY_CHECKS = 1; END");
        jdbc.sql(script.toString()).update();
    }

    @AfterAll
    void letWorkersFinish() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'process-submission'") == 0
                        && count("SELECT COUNT(*) FROM message WHERE state IN ('QUEUED', 'SENDING')") == 0);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
