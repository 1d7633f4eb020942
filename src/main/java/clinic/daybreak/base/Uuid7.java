package clinic.daybreak.base;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of records: UUIDs of version 7 (RFC 9562, 5.7), which sort by the time they were made, so that inserts
 * stay at the end of the clustered index. Within one process they are strictly increasing.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SEQUENCE_BITS = 12;
    /** Milliseconds and a 12 bit sequence in one number, so that one compare-and-set keeps both in order. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << SEQUENCE_BITS;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long milliseconds = stamp >>> SEQUENCE_BITS;
        long sequence = stamp & ((1 << SEQUENCE_BITS) - 1);
        long high = (milliseconds << 16) | 0x7000L | sequence;
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
