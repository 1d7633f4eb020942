package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.NextStep;
import clinic.daybreak.lead.TodayEntry;
import clinic.daybreak.lead.TodayGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** Says in words why a lead is on Today's list and how urgent it is. */
record Why(String text, Urgency urgency) {

    enum Urgency {
        CRISIS,
        LATE,
        SOON,
        CALM
    }

    private static final Duration SOON = Duration.ofMinutes(30);

    /** Beyond that the minutes that are left are no figure to act by: it is another day. */
    private static final Duration COUNTED = Duration.ofHours(2);

    static Why of(TodayEntry entry, Instant now) {
        if (entry.group() == TodayGroup.SIGNAL) {
            var signal = Objects.requireNonNull(entry.signal());
            return new Why(signal.reason() + ", since " + length(signal.since(), now), Urgency.LATE);
        }
        var why = of(entry.lead(), now);
        return entry.signal() == null
                ? why
                : new Why(why.text() + " · " + entry.signal().reason(), why.urgency());
    }

    /** Why it stands where it does, and the exact times. */
    static String explanation(TodayEntry entry, ZoneId zone) {
        var lead = entry.lead();
        var words = new StringBuilder(entry.group().label())
                .append(". ")
                .append(entry.group().explanation());
        if (entry.group() == TodayGroup.ANSWER) {
            words.append(" Wanted by ")
                    .append(Times.exact(entry.due(), zone))
                    .append("; managers are told at ")
                    .append(Times.exact(lead.responseDueAt(), zone))
                    .append('.');
        } else if (lead.crisisLevel() == null) {
            words.append(" Due ").append(Times.exact(entry.due(), zone)).append('.');
        }
        return words.toString();
    }

    static Why of(LeadSummary lead, Instant now) {
        if (lead.crisisLevel() != null) {
            return held(lead, lead.crisisLevel(), now);
        }
        if (lead.nextStep() == null || lead.nextDueAt() == null) {
            return new Why("Nothing to do", Urgency.CALM);
        }
        if (lead.nextStep() == NextStep.ANSWER) {
            return unanswered(lead, lead.nextDueAt(), now);
        }
        return new Why(reason(lead, lead.nextStep()) + due(lead.nextDueAt(), now), urgency(lead.nextDueAt(), now));
    }

    private static Why held(LeadSummary lead, CrisisLevel level, Instant now) {
        var since = lead.crisisSince() == null ? "" : ", for " + length(lead.crisisSince(), now);
        return level == CrisisLevel.RED
                ? new Why("Crisis: nobody has cleared it yet" + since, Urgency.CRISIS)
                : new Why("A clinician must read the message" + since, Urgency.LATE);
    }

    /** First the target of a few minutes, then the limit at which managers are told (DOMAIN 1). */
    private static Why unanswered(LeadSummary lead, Instant target, Instant now) {
        var wrote = lead.touches() == 0 ? "Wrote " + length(lead.receivedAt(), now) + " ago" : "Wrote again";
        if (now.isBefore(target)) {
            return new Why(wrote + left(target, now), urgency(target, now));
        }
        if (now.isBefore(lead.responseDueAt())) {
            var until = Duration.between(now, lead.responseDueAt());
            var told = until.compareTo(COUNTED) > 0 ? ", not answered" : ", managers told in " + Times.length(until);
            return new Why(wrote + told, Urgency.LATE);
        }
        return new Why(wrote + ", not answered, late by " + length(lead.responseDueAt(), now), Urgency.LATE);
    }

    private static String left(Instant target, Instant now) {
        var left = Duration.between(now, target);
        return left.compareTo(COUNTED) > 0
                ? ", to be answered in " + Times.length(left)
                : ", " + Times.length(left) + " left to answer";
    }

    private static String reason(LeadSummary lead, NextStep step) {
        return switch (step) {
            case ANSWER -> throw new IllegalArgumentException("has words of its own");
            case TRY_AGAIN ->
                "Not reached after " + lead.attempts() + (lead.attempts() == 1 ? " attempt" : " attempts");
            case TRY_BY_EMAIL -> "Not reached by phone, last try: by e-mail";
            case TRY_BY_PHONE -> "No reply to e-mail, last try: by phone";
            case CONFIRM_NUMBER -> "Wrong number: write and confirm it";
            case CALL_BACK -> "Asked to be called back";
            case RESUME -> "Wanted to be contacted again";
            case DECIDE_NO_RESPONSE -> "No response after " + lead.attempts() + " attempts";
            case PRE_SCREEN -> "Pre-screen not complete";
            case ASK_FOR_RECORDS -> "Records not asked for";
            case CHASE_RECORDS -> "Records have not arrived";
            case REVIEW -> "Waits for the clinical review";
            case BOOK -> "Cleared, not booked";
            case CONFIRM_VISIT -> "Visit not confirmed";
        };
    }

    private static String due(Instant due, Instant now) {
        return due.isBefore(now)
                ? ", overdue by " + Times.length(Duration.between(due, now))
                : ", due in " + Times.length(Duration.between(now, due));
    }

    private static Urgency urgency(Instant due, Instant now) {
        if (due.isBefore(now)) {
            return Urgency.LATE;
        }
        return due.isBefore(now.plus(SOON)) ? Urgency.SOON : Urgency.CALM;
    }

    private static String length(Instant from, Instant now) {
        return Times.length(Duration.between(from, now));
    }
}
