package clinic.daybreak.lead;

import clinic.daybreak.location.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * When the next try is due (DOMAIN 1): up to six attempts over 14 days at different times of the day, then a decision.
 * The first answer is due within an hour of business time.
 */
final class ContactPolicy {

    static final Duration FIRST_RESPONSE = Duration.ofHours(1);
    static final int MAX_ATTEMPTS = 6;

    /** Days to wait after the n-th attempt without a conversation. */
    private static final int[] DAYS_AFTER = {0, 1, 2, 3, 4, 4};

    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 30);
    private static final LocalTime NOON = LocalTime.NOON;

    private ContactPolicy() {}

    static Instant responseDue(Instant received, OpeningHours hours) {
        return hours.after(received, FIRST_RESPONSE);
    }

    /** The other half of the day than last time: who does not answer in the morning may do so after work. */
    static Instant nextTry(int attempts, Instant last, OpeningHours hours) {
        var local = last.atZone(hours.zone());
        boolean wasMorning = local.toLocalTime().isBefore(NOON);
        int days = DAYS_AFTER[Math.clamp(attempts - 1, 0, DAYS_AFTER.length - 1)];
        if (days == 0 && !wasMorning) {
            days = 1;
        }
        var wanted = local.toLocalDate()
                .plusDays(days)
                .atTime(wasMorning ? AFTERNOON : MORNING)
                .atZone(hours.zone())
                .toInstant();
        return hours.isOpen(wanted) ? wanted : hours.after(wanted, Duration.ZERO);
    }
}
