package clinic.daybreak.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lead on Today's list.
 *
 * <p>The order is lexicographic (decision 41): by group, in the group by the moment from which it has been due, then by the id
 * of the lead, so that it is the same for everybody and at each look.
 *
 * @param signal what another feature says of it; empty for most
 * @param due the moment by which the group is sorted, the earliest first
 */
public record TodayEntry(
        LeadSummary lead, TodayGroup group, @Nullable TodaySignal signal, Instant due) {

    public static final Comparator<TodayEntry> ORDER = Comparator.comparing(TodayEntry::group)
            .thenComparing(TodayEntry::due)
            .thenComparing(entry -> entry.lead().id().toString());

    /** A promised call is prepared for a little before. */
    private static final Duration PREPARE = Duration.ofMinutes(15);

    /** Depends on nothing but what is handed in. */
    static TodayEntry of(LeadSummary lead, @Nullable TodaySignal signal, Instant now) {
        var group = groupOf(lead, signal, now);
        return new TodayEntry(lead, group, signal, Objects.requireNonNullElse(dueIn(lead, group, signal), now));
    }

    private static TodayGroup groupOf(LeadSummary lead, @Nullable TodaySignal signal, Instant now) {
        if (lead.crisisLevel() != null) {
            return lead.crisisLevel() == CrisisLevel.RED ? TodayGroup.CRISIS : TodayGroup.READING;
        }
        if (lead.nextStep() == NextStep.ANSWER) {
            return TodayGroup.ANSWER;
        }
        var due = lead.nextDueAt();
        if (lead.nextStep() == NextStep.CALL_BACK && due != null && !due.isAfter(now.plus(PREPARE))) {
            return TodayGroup.PROMISED;
        }
        if (signal != null) {
            return TodayGroup.SIGNAL;
        }
        if (due == null || due.isAfter(now)) {
            return TodayGroup.SOON;
        }
        return lead.nextStep() == NextStep.RESUME ? TodayGroup.WOKEN : TodayGroup.OVERDUE;
    }

    private static @Nullable Instant dueIn(LeadSummary lead, TodayGroup group, @Nullable TodaySignal signal) {
        return switch (group) {
            case CRISIS, READING -> lead.crisisSince();
            case SIGNAL -> signal == null ? null : signal.since();
            default -> lead.nextDueAt();
        };
    }
}
