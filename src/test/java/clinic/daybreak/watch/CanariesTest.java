package clinic.daybreak.watch;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.capture.CaptureFixtures;
import clinic.daybreak.capture.FieldMapping;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class CanariesTest {

    private static final Instant START = Instant.parse("2026-06-15T08:00:00Z");

    @Autowired
    Canaries canaries;

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
    void a_new_way_in_is_due_at_once_and_then_once_in_each_day() {
        var first = due(START);
        assertThat(first).hasSize(1);
        prove(first.getFirst());

        int proofs = 0;
        for (var now = START.plus(Duration.ofMinutes(1));
                now.isBefore(START.plus(Duration.ofDays(3)));
                now = now.plus(Duration.ofMinutes(30))) {
            for (var due : due(now)) {
                prove(due);
                proofs++;
            }
        }
        assertThat(proofs).isEqualTo(3);
    }

    @Test
    void a_changed_setting_makes_it_due_at_once() {
        prove(due(START).getFirst());
        assertThat(due(START.plusSeconds(60))).isEmpty();

        system.run(() -> sources.map(source.id(), new FieldMapping(Map.of("mail", "email"), Set.of("mail"))));

        assertThat(due(START.plusSeconds(60))).hasSize(1);
    }

    @Test
    void one_that_was_never_stored_has_failed_after_two_minutes_and_is_tried_again_after_five() {
        due(START);
        settle(START.plusSeconds(119));
        assertThat(state()).isEqualTo("SENT");

        settle(START.plusSeconds(120));
        assertThat(state()).isEqualTo("FAILED It was not stored.");
        assertThat(due(START.plusSeconds(299))).isEmpty();
        assertThat(due(START.plusSeconds(300))).hasSize(1);
    }

    @Test
    void proofs_are_forgotten_after_thirty_days() {
        prove(due(START).getFirst());

        settle(START.plus(Duration.ofDays(31)));

        assertThat(jdbc.sql("SELECT COUNT(*) FROM canary_run WHERE source_id = ?")
                        .param(source.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<UUID> due(Instant now) {
        var due = new ArrayList<Canaries.Due>();
        clock.asAt(now, () -> due.addAll(system.run(canaries::begin)));
        return due.stream()
                .filter(each -> each.source().equals(source.id()))
                .map(Canaries.Due::id)
                .toList();
    }

    private void settle(Instant now) {
        clock.asAt(now, () -> system.run(canaries::settle));
    }

    private void prove(UUID id) {
        jdbc.sql("UPDATE canary_run SET state = 'PROVED' WHERE id = ?")
                .param(id)
                .update();
    }

    private String state() {
        return jdbc.sql("SELECT CONCAT_WS(' ', state, problem) FROM canary_run WHERE source_id = ?")
                .param(source.id().value())
                .query(String.class)
                .single();
    }
}
