package clinic.daybreak.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AdjustableClockTest {

    private static final Instant NOW = Instant.parse("2026-03-09T16:40:00.123456789Z");
    private static final Instant NOW_AS_KEPT = Instant.parse("2026-03-09T16:40:00.123456Z");
    private static final Instant PAST = Instant.parse("2025-01-01T00:00:00Z");

    private final AdjustableClock clock = new AdjustableClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_time_has_the_microseconds_that_the_database_keeps() {
        assertThat(clock.instant()).isEqualTo(NOW_AS_KEPT);
    }

    @Test
    void work_as_at_another_time_sees_that_time_and_then_the_present_again() {
        clock.asAt(PAST, () -> assertThat(clock.instant()).isEqualTo(PAST));

        assertThat(clock.instant()).isEqualTo(NOW_AS_KEPT);
    }

    @Test
    void times_nest() {
        clock.asAt(PAST, () -> {
            clock.asAt(PAST.plusSeconds(60), () -> assertThat(clock.instant()).isEqualTo(PAST.plusSeconds(60)));
            assertThat(clock.instant()).isEqualTo(PAST);
        });
    }

    @Test
    void a_failure_brings_the_present_back_too() {
        assertThatThrownBy(() -> clock.asAt(PAST, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(clock.instant()).isEqualTo(NOW_AS_KEPT);
    }

    @Test
    void other_threads_stay_in_the_present() {
        try (var other = Executors.newSingleThreadExecutor()) {
            clock.asAt(
                    PAST,
                    () -> assertThat(CompletableFuture.supplyAsync(clock::instant, other)
                                    .join())
                            .isEqualTo(NOW_AS_KEPT));
        }
    }
}
