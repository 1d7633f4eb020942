package clinic.daybreak.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what a process of its own does in its own time. */
final class Waiting {

    private static final long STEP_MILLISECONDS = 50;

    private Waiting() {}

    /** Fails when the condition does not hold within the patience. */
    static void until(Duration patience, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited for " + patience).isLessThan(end);
            Thread.sleep(STEP_MILLISECONDS);
        }
    }
}
