package clinic.daybreak.lead;

import clinic.daybreak.location.OpeningHours;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a lead should stay in a stage, in business time of its location (DOMAIN 1, targets; a business day has eight
 * hours), and how a lead stands to it.
 */
public enum StageTarget {
    /** Less than half of the time has passed, or the stage has no target. */
    FRESH,
    /** More than half of it. */
    AGING,
    /** All of it. */
    OVERDUE;

    static final Duration DAY = Duration.ofHours(8);

    public static StageTarget of(Stage stage, Instant since, Instant now, OpeningHours hours) {
        var target = length(stage);
        if (target.isZero()) {
            return FRESH;
        }
        var passed = hours.between(since, now);
        if (passed.compareTo(target) >= 0) {
            return OVERDUE;
        }
        return passed.multipliedBy(2).compareTo(target) >= 0 ? AGING : FRESH;
    }

    /** How long it may stay; zero for a stage without a target. */
    static Duration length(Stage stage) {
        return switch (stage) {
            case NEW -> ContactPolicy.FIRST_RESPONSE;
            case CONTACTING, BOOKED -> DAY.multipliedBy(10);
            case CONTACTED, CLINICAL_REVIEW -> DAY.multipliedBy(2);
            case QUALIFIED -> DAY;
            case RECORDS -> DAY.multipliedBy(15);
            case CLEARED -> DAY.multipliedBy(5);
            case INFUSED, LOST, DISQUALIFIED, INVALID -> Duration.ZERO;
        };
    }
}
