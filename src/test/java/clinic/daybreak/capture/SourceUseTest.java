package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.staff.SystemWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SourceUseTest {

    private static final ZoneId BAKERSFIELD = ZoneId.of("America/Los_Angeles");
    /** One o'clock in the night in Bakersfield: in UTC the day began long before. */
    private static final Instant NIGHT = Instant.parse("2026-06-15T08:00:00Z");

    @Autowired
    SourceUse use;

    @Autowired
    SourceActivityService activities;

    @Autowired
    SubmissionStore store;

    @Autowired
    SourceService sources;

    @Autowired
    SystemWork system;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private SourceDetails source;

    @BeforeEach
    void open() {
        source = CaptureFixtures.opened(system, sources);
    }

    @Test
    void what_is_received_and_delivered_again_is_counted_and_the_last_use_is_known_to_the_minute() {
        clock.asAt(NIGHT.plusSeconds(42), () -> {
            store("one");
            store("two");
            store("two");
            store("two");
        });

        written(() -> {
            assertThat(today(NIGHT.plusSeconds(60)).withWaiting(0)).isEqualTo(new SourceActivity(2, null, 2, 0, 0, 0));
            assertThat(repeats("two")).isEqualTo(2);
        });
        assertThat(repeats("one")).isZero();
        assertThat(system.run(() -> sources.get(source.id()).lastUsedAt())).isEqualTo(NIGHT);
    }

    @Test
    void a_day_is_one_of_the_clinic_and_a_usual_one_the_average_of_four_weeks() {
        use.received(source.id(), NIGHT.minus(Duration.ofHours(2)));
        for (int day = 1; day <= 3; day++) {
            use.received(source.id(), NIGHT.minus(Duration.ofDays(day)));
            use.received(source.id(), NIGHT.minus(Duration.ofDays(day)));
        }
        use.received(source.id(), NIGHT.minus(Duration.ofDays(40)));
        use.received(source.id(), NIGHT);

        written(() -> assertThat(today(NIGHT.plusSeconds(1))).isEqualTo(new SourceActivity(1, 2, 0, 0, 0, 0)));
    }

    @Test
    void refusals_and_failures_are_told_apart_and_the_daily_proof_is_no_use() {
        clock.asAt(NIGHT, () -> {
            use.refused(source.id());
            use.refused(source.id());
            use.failed(source.id());
            store.store(new RawSubmission(
                    source.id(),
                    "canary/1",
                    null,
                    "application/json",
                    "",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    SubmissionPurpose.CANARY,
                    null));
        });

        written(() -> {
            assertThat(counted()).isEqualTo("0 received, 2 refused, 1 failed");
        });
        assertThat(system.run(() -> sources.get(source.id()).lastUsedAt())).isNull();
    }

    private void store(String id) {
        store.store(CaptureFixtures.json(source, id + source.code(), Map.of("email", "a@example.com")));
    }

    /** The background work of this node may have them in hand at this moment. */
    private void written(Runnable assertion) {
        await().untilAsserted(() -> {
            use.flush();
            assertion.run();
        });
    }

    private SourceActivity today(Instant now) {
        var found = new SourceActivity[1];
        clock.asAt(
                now,
                () -> found[0] = system.run(() -> activities.today(BAKERSFIELD)).get(source.id()));
        return found[0];
    }

    private String counted() {
        return jdbc.sql("""
                        SELECT CONCAT(SUM(received), ' received, ', SUM(refused), ' refused, ', SUM(failed), ' failed')
                        FROM source_tally WHERE source_id = ?
                        """).param(source.id().value()).query(String.class).single();
    }

    private int repeats(String id) {
        return jdbc.sql("SELECT repeats FROM submission WHERE source_id = ? AND external_id = ?")
                .params(source.id().value(), id + source.code())
                .query(Integer.class)
                .single();
    }
}
