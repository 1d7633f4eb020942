package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * The process is killed at random moments while eight clients hand in and try again what was not answered. A ledger knows
 * what was answered with success. More kills with {@code -Dfaults.kills=20}.
 */
class CaptureCrashIT {

    private static final int KILLS = Integer.getInteger("faults.kills", 2);
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String KEY = "crash-it-key";

    @Test
    void whatever_was_answered_with_success_is_stored_once_and_has_its_effect_once() throws Exception {
        var random = new Random(11);
        Set<String> tried = ConcurrentHashMap.newKeySet();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        var over = new AtomicBoolean();
        try (var daybreak = RunningDaybreak.fresh("crashed").start();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            daybreak.openClinic();
            daybreak.openApi(KEY);
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> handIn(daybreak, tried, answered, over));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(1_000 + random.nextInt(2_000));
                daybreak.kill();
                daybreak.start();
            }
            Thread.sleep(1_000);
            over.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            Waiting.until(
                    PATIENCE,
                    () -> daybreak.query("SELECT COUNT(*) FROM submission WHERE state = 'RECEIVED'")
                            .equals(List.of("0")));

            var stored = daybreak.query("SELECT external_id FROM submission");
            assertThat(answered).hasSizeGreaterThan(10);
            assertThat(new HashSet<>(stored)).hasSameSizeAs(stored).containsAll(answered);
            assertThat(tried).containsAll(stored);
            assertThat(daybreak.query("SELECT COUNT(*) FROM submission WHERE state = 'PROCESSED'"))
                    .containsExactly(Integer.toString(stored.size()));
            assertThat(daybreak.query("SELECT COUNT(*) FROM leads")).containsExactly(Integer.toString(stored.size()));
            assertThat(daybreak.query("SELECT COUNT(*) FROM message WHERE template = 'ENQUIRY_RECEIVED'"))
                    .containsExactly(Integer.toString(stored.size()));
        }
    }

    private static void handIn(RunningDaybreak daybreak, Set<String> tried, Set<String> answered, AtomicBoolean over) {
        while (!over.get()) {
            var id = UUID.randomUUID().toString();
            tried.add(id);
            while (!over.get() && !answered.contains(id)) {
                try {
                    if (post(daybreak, id) < 300) {
                        answered.add(id);
                    }
                } catch (IOException notAnswered) {
                    pause(); // the process is gone: tried again with the same key
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            pause();
        }
    }

    private static int post(RunningDaybreak daybreak, String id) throws IOException, InterruptedException {
        var json = "{\"submission_id\":\"%1$s\",\"first_name\":\"Ann\",\"email\":\"%1$s@example.com\"}";
        return daybreak.postJson("/api/v1/submissions", KEY, json.formatted(id)).statusCode();
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
