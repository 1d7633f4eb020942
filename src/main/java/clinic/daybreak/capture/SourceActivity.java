package clinic.daybreak.capture;

import org.jspecify.annotations.Nullable;

/**
 * How a way in is used. Without what was imported, and without daily proofs.
 *
 * @param today received since midnight
 * @param usual received on a day on average over the last four weeks; empty before the first whole day
 * @param repeats deliveries of today that had come before
 * @param refused answered "no" today
 * @param failed answered today that it could not be received
 * @param waiting in the inbox because they need a human
 */
public record SourceActivity(int today, @Nullable Integer usual, int repeats, int refused, int failed, int waiting) {

    static final SourceActivity NONE = new SourceActivity(0, null, 0, 0, 0, 0);

    SourceActivity withWaiting(int count) {
        return new SourceActivity(today, usual, repeats, refused, failed, count);
    }
}
