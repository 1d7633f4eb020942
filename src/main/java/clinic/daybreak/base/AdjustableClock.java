package clinic.daybreak.base;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the application. Believable demo data needs a past, and it is made through the services; so a thread may
 * do its work "as at" another time. Nothing else moves this clock.
 */
public final class AdjustableClock extends Clock {

    private final Clock system;
    private final ThreadLocal<@Nullable Instant> asAt = new ThreadLocal<>();

    public AdjustableClock(Clock system) {
        this.system = system;
    }

    /** Runs the work with this thread's time standing at {@code time}. */
    public void asAt(Instant time, Runnable work) {
        var before = asAt.get();
        asAt.set(time);
        try {
            work.run();
        } finally {
            asAt.set(before);
        }
    }

    /** Microseconds, as the database keeps them: a time read back equals the time written. */
    @Override
    public Instant instant() {
        var moved = asAt.get();
        var now = moved == null ? system.instant() : moved;
        return now.minusNanos(now.getNano() % 1_000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }
}
