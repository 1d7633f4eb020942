package clinic.daybreak.lead;

import clinic.daybreak.location.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;

/**
 * When the next try is due, and how it is made (DOMAIN 1): up to six attempts over 14 days at different times of the day and by
 * at least two channels, then a decision. The first answer is wanted within five minutes of business time and due within an
 * hour.
 */
final class ContactPolicy {

    static final Duration FIRST_RESPONSE = Duration.ofHours(1);
    static final Duration FIRST_RESPONSE_TARGET = Duration.ofMinutes(5);
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

    static Instant responseTarget(Instant received, OpeningHours hours) {
        return hours.after(received, FIRST_RESPONSE_TARGET);
    }

    /**
     * What is to be done after an attempt by which nobody was reached.
     *
     * @param attempts with this one
     * @param tried the channels of those before it
     */
    static NextStep nextStep(int attempts, NewAttempt attempt, Set<AttemptChannel> tried) {
        if (attempt.outcome() == AttemptOutcome.WRONG_NUMBER) {
            return NextStep.CONFIRM_NUMBER;
        }
        if (attempts >= MAX_ATTEMPTS) {
            return NextStep.DECIDE_NO_RESPONSE;
        }
        boolean isOnlyChannel = tried.stream().allMatch(channel -> channel == attempt.channel());
        if (attempts == MAX_ATTEMPTS - 1 && isOnlyChannel) {
            return attempt.channel() == AttemptChannel.EMAIL ? NextStep.TRY_BY_PHONE : NextStep.TRY_BY_EMAIL;
        }
        return NextStep.TRY_AGAIN;
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
