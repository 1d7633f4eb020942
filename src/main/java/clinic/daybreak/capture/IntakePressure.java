package clinic.daybreak.capture;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How fast submissions pour in on this node at the moment. In a flood accepting them comes first: the background work goes
 * on, but steps back until the flood is over.
 */
@Component
class IntakePressure {

    /** More than the background work can keep up with: a backlog there is anyway, and it is worked off afterwards. */
    private static final int FLOOD_PER_SECOND = 100;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong count = new AtomicLong();
    private volatile long windowStart = System.nanoTime();
    private volatile long lastSecond;

    void accepted(int number) {
        roll();
        count.addAndGet(number);
    }

    boolean isFlood() {
        roll();
        return Math.max(lastSecond, count.get()) >= FLOOD_PER_SECOND;
    }

    private synchronized void roll() {
        long now = System.nanoTime();
        long since = now - windowStart;
        if (since >= SECOND) {
            lastSecond = since < 2 * SECOND ? count.get() : 0;
            count.set(0);
            windowStart = now;
        }
    }
}
