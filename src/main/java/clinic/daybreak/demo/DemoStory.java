package clinic.daybreak.demo;

import clinic.daybreak.crisis.CrisisOutcome;
import clinic.daybreak.lead.AttemptChannel;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * Tells one lead's history from its enquiry on; staff work in business time only. What would lie after now is left untold
 * by the one who performs it.
 */
final class DemoStory {

    static final int DAY = 600;

    /** Days between tries, as the work list asks for them. */
    private static final int[] DAYS_BETWEEN = {0, 1, 2, 3, 4, 4};

    private final DemoScript script;
    private final boolean isBrisk;

    /** @param isBrisk without delays, so that a stage is surely reached within a known time */
    DemoStory(DemoScript script, boolean isBrisk) {
        this.script = script;
        this.isBrisk = isBrisk;
    }

    List<DemoStep> steps() {
        return script.steps();
    }

    Instant end() {
        return script.time();
    }

    void wrote(Instant at, String message) {
        script.wrote(at, message);
    }

    /** Everything after the enquiry. */
    void goesOn(DemoFate fate) {
        if (fate.reaches() == Stage.NEW) {
            script.close(fate.closes(), 5, 240);
            return;
        }
        script.pause(responseMinutes());
        if (fate.closes() == ClosingReason.WRONG_NUMBER) {
            script.attempt(AttemptChannel.CALL, AttemptOutcome.WRONG_NUMBER, null);
            script.close(fate.closes(), 10, 60);
            return;
        }
        miss(missesBefore(fate));
        if (fate.reaches() == Stage.CONTACTING) {
            script.close(fate.closes(), 60, DAY);
        } else {
            script.attempt(channel(0), AttemptOutcome.REACHED, null);
            goesOnFromContact(fate);
        }
    }

    /** They asked to be called at that time, and nobody has done so yet. */
    void asksToBeCalled(Instant at, Instant callBackAt) {
        script.continueAt(at);
        script.attempt(AttemptChannel.CALL, AttemptOutcome.CALL_BACK, callBackAt);
    }

    void heldAndRead(CrisisOutcome outcome) {
        script.pause(script.between(6, 25));
        script.clinicianCalls(AttemptOutcome.REACHED);
        script.pause(script.between(8, 20));
        script.holdCleared(outcome);
    }

    /** Somebody is called at once, at any hour. */
    void heldAndNotReached() {
        script.continueAt(script.time().plus(Duration.ofMinutes(14)));
        script.clinicianCalls(AttemptOutcome.NO_ANSWER);
    }

    void goesOnFromContact(DemoFate fate) {
        new DemoWay(script, isBrisk).to(fate.reaches());
        script.close(fate.closes(), 40, 2 * DAY);
    }

    private int responseMinutes() {
        int luck = isBrisk ? 0 : script.between(0, 99);
        if (luck < 38) {
            return script.between(1, 6);
        }
        return luck < 76 ? script.between(6, 58) : luck < 93 ? script.between(60, 260) : script.between(400, 2 * DAY);
    }

    private int missesBefore(DemoFate fate) {
        if (fate.reaches() == Stage.CONTACTING) {
            return fate.closes() == ClosingReason.NO_RESPONSE ? DAYS_BETWEEN.length : 2;
        }
        int luck = isBrisk ? 0 : script.between(0, 99);
        return luck < 55 ? 0 : luck < 80 ? 1 : luck < 92 ? 2 : 3;
    }

    private void miss(int tries) {
        for (int i = 0; i < tries; i++) {
            var channel = channel(i);
            script.attempt(channel, missed(channel), null);
            waitForNextTry(i);
        }
    }

    private AttemptChannel channel(int number) {
        var person = script.person();
        if (!person.hasPhone()) {
            return AttemptChannel.EMAIL;
        }
        if (!person.hasEmail()) {
            return AttemptChannel.CALL;
        }
        boolean byMail = person.preferred().equals("email") ? number % 2 == 0 : number % 3 == 2;
        return byMail ? AttemptChannel.EMAIL : script.isLucky(17) ? AttemptChannel.TEXT : AttemptChannel.CALL;
    }

    private AttemptOutcome missed(AttemptChannel channel) {
        if (channel != AttemptChannel.CALL) {
            return AttemptOutcome.SENT;
        }
        return script.person().mayLeaveVoicemail() && script.isLucky(70)
                ? AttemptOutcome.VOICEMAIL
                : AttemptOutcome.NO_ANSWER;
    }

    /** The other half of the day; one try in eight is late. */
    private void waitForNextTry(int number) {
        var zone = script.location().zone();
        var local = script.time().atZone(zone);
        boolean wasMorning = local.toLocalTime().isBefore(LocalTime.NOON);
        int days = DAYS_BETWEEN[number] == 0 && !wasMorning ? 1 : DAYS_BETWEEN[number];
        script.continueAt(local.toLocalDate()
                .plusDays(days)
                .atTime(wasMorning ? LocalTime.of(15, 30) : LocalTime.of(9, 30))
                .atZone(zone)
                .toInstant());
        script.pause(script.isLucky(12) ? script.between(200, DAY) : script.between(0, 70));
    }
}
