package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadSummary;
import clinic.daybreak.lead.NextStep;
import java.time.Duration;
import java.time.Instant;

/** Says in words why a lead is on Today's list and how urgent it is. */
record Why(String text, Urgency urgency) {

    enum Urgency {
        CRISIS,
        LATE,
        SOON,
        CALM
    }

    private static final Duration SOON = Duration.ofMinutes(30);

    static Why of(LeadSummary lead, Instant now) {
        if (lead.crisisLevel() != null) {
            var since = lead.crisisSince() == null
                    ? ""
                    : ", for " + Times.length(Duration.between(lead.crisisSince(), now));
            return new Why(
                    lead.crisisLevel() == CrisisLevel.RED
                            ? "Crisis: nobody has cleared it yet" + since
                            : "A clinician must read the message" + since,
                    lead.crisisLevel() == CrisisLevel.RED ? Urgency.CRISIS : Urgency.LATE);
        }
        if (lead.nextStep() == null || lead.nextDueAt() == null) {
            return new Why("Nothing to do", Urgency.CALM);
        }
        return new Why(reason(lead, lead.nextStep(), now) + due(lead.nextDueAt(), now), urgency(lead.nextDueAt(), now));
    }

    private static String reason(LeadSummary lead, NextStep step, Instant now) {
        return switch (step) {
            case ANSWER ->
                lead.touches() == 0
                        ? "Wrote " + Times.length(Duration.between(lead.receivedAt(), now)) + " ago, no attempt yet"
                        : "Wrote again, not answered yet";
            case TRY_AGAIN ->
                "Not reached after " + lead.attempts() + (lead.attempts() == 1 ? " attempt" : " attempts");
            case CALL_BACK -> "Asked to be called back";
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
}
