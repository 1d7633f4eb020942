package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For any interleaving of first deliveries, repeats and work that breaks half way: accepted = stored = effects, once each.
 * The work is broken by the database itself, which refuses one row of the timeline in eight.
 */
@IntegrationTest
class ExactlyOnceTest {

    private static final int PEOPLE = 5;
    private static final int DELIVERIES = 60;
    private static final int NAMES = 25;
    private static final int THREADS = 6;

    @Autowired
    SubmissionStore store;

    @Autowired
    SubmissionProcessing processing;

    @Autowired
    SourceService sources;

    @Autowired
    LocationService locations;

    @Autowired
    SystemWork system;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private record Delivery(int person, String externalId, String words) {}

    @AfterEach
    void mend() {
        jdbc.sql("DROP TRIGGER IF EXISTS tr_test_fault").update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void any_interleaving_of_repeats_and_broken_work_has_each_effect_once(long seed) {
        var random = new Random(seed);
        LocationDetails clinic = LocationFixtures.opened(system, locations);
        var source = CaptureFixtures.opened(system, sources);
        var emails = IntStream.range(0, PEOPLE)
                .mapToObj(number -> PersonFixtures.freshEmail())
                .toList();
        var deliveries = deliveries(random);
        jdbc.sql("""
                CREATE TRIGGER tr_test_fault BEFORE INSERT ON timeline_entry FOR EACH ROW
                BEGIN IF RAND() < 0.125 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken for a test'; END IF; END
                """).update();

        Set<String> accepted = ConcurrentHashMap.newKeySet();
        var failures = InParallel.run(THREADS, thread -> {
            for (int i = thread; i < deliveries.size(); i += THREADS) {
                var delivery = deliveries.get(i);
                store.store(CaptureFixtures.form(source, delivery.externalId(), fields(delivery, emails, clinic)));
                accepted.add(delivery.externalId());
            }
        });
        assertThat(failures).isEmpty();
        workUntilNothingIsDue(source);

        assertThat(ids(source)).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(count("SELECT COUNT(*) FROM submission WHERE source_id = ? AND state = 'PROCESSED'", source))
                .isEqualTo(accepted.size());
        var firstWords = new HashMap<String, String>();
        deliveries.forEach(delivery -> firstWords.putIfAbsent(delivery.externalId(), delivery.words()));
        assertThat(jdbc.sql("""
                        SELECT t.body FROM timeline_entry t
                            JOIN (SELECT DISTINCT lead_id FROM submission WHERE source_id = ?) mine ON mine.lead_id = t.lead_id
                        WHERE t.kind IN ('ENQUIRY', 'TOUCH')
                        """).param(source.id().value()).query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(firstWords.values());
        for (var email : emails) {
            assertThat(jdbc.sql("SELECT COUNT(DISTINCT person_id) FROM person_email WHERE address = ?")
                            .param(email)
                            .query(Integer.class)
                            .single())
                    .isLessThanOrEqualTo(1);
            assertThat(jdbc.sql("SELECT COUNT(*) FROM message WHERE recipient = ?")
                            .param(email)
                            .query(Integer.class)
                            .single())
                    .isLessThanOrEqualTo(1);
        }
    }

    /** Repeats carry the same words as the first delivery, as a sender's do. */
    private static List<Delivery> deliveries(Random random) {
        var deliveries = new ArrayList<Delivery>();
        var names = IntStream.range(0, NAMES)
                .mapToObj(number -> CaptureFixtures.freshId())
                .toList();
        for (int i = 0; i < DELIVERIES; i++) {
            int name = random.nextInt(NAMES);
            deliveries.add(new Delivery(name % PEOPLE, names.get(name), "Words of " + names.get(name)));
        }
        return deliveries;
    }

    private static Map<String, String> fields(Delivery delivery, List<String> emails, LocationDetails clinic) {
        return Map.of(
                "first_name",
                "Ann",
                "email",
                emails.get(delivery.person()),
                "location",
                clinic.code(),
                "message",
                delivery.words());
    }

    /** Beside the background work, and an hour later, so that nothing waits for its next try. */
    private void workUntilNothingIsDue(SourceDetails source) {
        while (count("SELECT COUNT(*) FROM submission WHERE source_id = ? AND state = 'RECEIVED'", source) > 0) {
            clock.asAt(clock.instant().plus(Duration.ofHours(1)), () -> system.run(this::workOnce));
        }
    }

    private void workOnce() {
        try {
            processing.processNext(new SubmissionProcessing.Taken());
        } catch (RuntimeException broken) {
            assertThat(broken).hasStackTraceContaining("broken for a test");
        }
    }

    private List<String> ids(SourceDetails source) {
        return jdbc.sql("SELECT external_id FROM submission WHERE source_id = ?")
                .param(source.id().value())
                .query(String.class)
                .list();
    }

    private int count(String sql, SourceDetails source) {
        return jdbc.sql(sql).param(source.id().value()).query(Integer.class).single();
    }
}
