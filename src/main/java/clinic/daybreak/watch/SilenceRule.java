package clinic.daybreak.watch;

import clinic.daybreak.capture.SourcePulse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a way in has been silent for longer than its own normal. */
final class SilenceRule {

    private static final int LEAST_RECEIVED = 5;
    private static final Duration LEAST = Duration.ofHours(12);

    private SilenceRule() {}

    /**
     * The longest pause that is still normal: a quarter more than the longest of four weeks, and at least twelve hours.
     * Empty when too little came to know.
     */
    static Optional<Duration> normal(SourcePulse pulse) {
        if (pulse.received() < LEAST_RECEIVED) {
            return Optional.empty();
        }
        var normal = pulse.longestGap().multipliedBy(5).dividedBy(4);
        return Optional.of(normal.compareTo(LEAST) < 0 ? LEAST : normal);
    }

    /** For how long nothing has come, when that is longer than normal. */
    static Optional<Duration> silence(SourcePulse pulse, Instant now) {
        return Optional.ofNullable(pulse.lastReceived())
                .map(last -> Duration.between(last, now))
                .filter(silence -> normal(pulse)
                        .filter(normal -> silence.compareTo(normal) > 0)
                        .isPresent());
    }
}
