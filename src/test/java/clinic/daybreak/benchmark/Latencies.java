package clinic.daybreak.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** How long the actions of one round took. */
final class Latencies {

    private final long[] sorted;
    private final double seconds;

    /** @param nanos one value an action */
    Latencies(long[] nanos, double seconds) {
        this.sorted = nanos.clone();
        this.seconds = seconds;
        Arrays.sort(sorted);
    }

    double perSecond() {
        return sorted.length / seconds;
    }

    /** In milliseconds. */
    double percentile(double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,9.0f /s   p50 %6.2f ms   p95 %6.2f ms   p99 %6.2f ms   max %7.1f ms",
                perSecond(),
                percentile(0.5),
                percentile(0.95),
                percentile(0.99),
                percentile(1));
    }
}
