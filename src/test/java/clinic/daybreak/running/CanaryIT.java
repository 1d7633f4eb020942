package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The daily proofs on the running jar with demo data: over HTTP, by every way in, with nobody's help. */
class CanaryIT {

    /** The first round sends, a later one looks what became of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    @Test
    void every_way_in_is_proved_after_the_start_and_again_after_a_change_and_nothing_of_it_becomes_a_lead()
            throws Exception {
        try (var daybreak = RunningDaybreak.fresh("canary")
                .with("DAYBREAK_DEMO", "true")
                .with("DAYBREAK_WATCH_ENABLED", "true")
                .with("DAYBREAK_WATCH_EVERY", "2s")
                .start()) {
            Waiting.until(PATIENCE, () -> daybreak.query("""
                            SELECT s.code FROM source s WHERE NOT EXISTS
                                (SELECT 1 FROM canary_run r WHERE r.source_id = s.id AND r.state = 'PROVED')
                            """).isEmpty());
            assertThat(daybreak.query("SELECT problem FROM canary_run WHERE state = 'FAILED'"))
                    .isEmpty();

            daybreak.execute("UPDATE source SET version = version + 1 WHERE code = 'demo-typeform'");
            Waiting.until(PATIENCE, () -> daybreak.query("""
                            SELECT COUNT(*) FROM canary_run r JOIN source s ON s.id = r.source_id
                            WHERE s.code = 'demo-typeform' AND r.state = 'PROVED'
                            """).equals(List.of("2")));

            assertThat(daybreak.query("SELECT DISTINCT state FROM submission WHERE purpose = 'CANARY'"))
                    .containsExactly("DISMISSED");
            assertThat(daybreak.query("SELECT address FROM person_email WHERE address LIKE '%daybreak.invalid'"))
                    .isEmpty();
            assertThat(daybreak.query("SELECT words FROM source_alert")).isEmpty();
            assertThat(daybreak.output()).doesNotContain("demo-secret", "canary@");
        }
    }
}
