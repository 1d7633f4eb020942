package clinic.daybreak.demo;

import clinic.daybreak.demo.DemoStep.By;
import clinic.daybreak.lead.AttemptChannel;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.NewAttempt;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.StaffRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tells one lead's history from its enquiry on, step by step in business time; staff do nothing outside it. What would
 * lie after now is left untold by the one who performs it.
 */
final class DemoStory {

    static final String NOTES = "notes.txt";

    /** Days between tries; as the tries become due in the work list. */
    private static final int[] DAYS_BETWEEN = {0, 1, 2, 3, 4, 4};

    private static final int TRIES = 6;
    private static final int DAY = 600;

    private final DemoPerson person;
    private final LocationDetails location;
    private final DemoTexts texts;
    private final Random random;
    private final boolean isBrisk;
    private final List<DemoStep> steps = new ArrayList<>();
    private Instant time = Instant.EPOCH;

    /** @param isBrisk without delays, so that a stage is surely reached within a known time */
    DemoStory(DemoPerson person, LocationDetails location, DemoTexts texts, Random random, boolean isBrisk) {
        this.person = person;
        this.location = location;
        this.texts = texts;
        this.random = random;
        this.isBrisk = isBrisk;
    }

    List<DemoStep> steps() {
        return steps;
    }

    Instant end() {
        return time;
    }

    /** The number within the second makes every moment of receipt a different one. */
    void wrote(Instant at, String message) {
        time = at.truncatedTo(ChronoUnit.SECONDS).plusNanos(person.number() * 1_000L);
        steps.add(new DemoStep.Wrote(time, message));
        steps.add(new DemoStep.Mailed(time.plusSeconds(between(40, 90))));
    }

    /** Everything after the enquiry. */
    void goesOn(DemoFate fate) {
        if (fate.reaches() == Stage.NEW) {
            close(fate.closes(), 5, 240);
            return;
        }
        pause(responseMinutes());
        if (fate.closes() == ClosingReason.WRONG_NUMBER) {
            attempt(AttemptChannel.CALL, AttemptOutcome.WRONG_NUMBER, null);
            close(fate.closes(), 10, 60);
            return;
        }
        miss(missesBefore(fate));
        if (fate.reaches() != Stage.CONTACTING) {
            attempt(channel(0), AttemptOutcome.REACHED, null);
            goesOnFromContact(fate);
        } else if (fate.closes() != null) {
            close(fate.closes(), 60, DAY);
        }
    }

    /** They asked to be called at that time, and nobody has done so yet. */
    void asksToBeCalled(Instant at, Instant callBackAt) {
        time = at;
        attempt(AttemptChannel.CALL, AttemptOutcome.CALL_BACK, callBackAt);
    }

    void heldAndRead(clinic.daybreak.crisis.CrisisOutcome outcome) {
        pause(between(6, 25));
        steps.add(new DemoStep.Attempted(
                time, By.CLINICIAN, newAttempt(AttemptChannel.CALL, AttemptOutcome.REACHED, null, "CRISIS_REACHED")));
        pause(between(8, 20));
        steps.add(new DemoStep.HoldCleared(time, outcome, pick(outcome.name())));
    }

    void heldAndNotReached() {
        time = time.plus(Duration.ofMinutes(14));
        steps.add(new DemoStep.Attempted(
                time,
                By.CLINICIAN,
                newAttempt(AttemptChannel.CALL, AttemptOutcome.NO_ANSWER, null, "CRISIS_NO_ANSWER")));
    }

    private int responseMinutes() {
        int luck = random.nextInt(100);
        if (isBrisk || luck < 38) {
            return between(1, 6);
        }
        return luck < 76 ? between(6, 58) : luck < 93 ? between(60, 260) : between(400, 2 * DAY);
    }

    private int missesBefore(DemoFate fate) {
        if (fate.closes() == ClosingReason.NO_RESPONSE) {
            return TRIES;
        }
        if (fate.reaches() == Stage.CONTACTING) {
            return 2;
        }
        int luck = random.nextInt(100);
        return isBrisk || luck < 55 ? 0 : luck < 80 ? 1 : luck < 92 ? 2 : 3;
    }

    private void miss(int tries) {
        for (int i = 0; i < tries; i++) {
            var channel = channel(i);
            attempt(channel, missed(channel), null);
            waitForNextTry(i);
        }
    }

    private AttemptChannel channel(int number) {
        if (!person.hasPhone()) {
            return AttemptChannel.EMAIL;
        }
        if (!person.hasEmail()) {
            return AttemptChannel.CALL;
        }
        boolean first = person.preferred().equals("email") ? number % 2 == 0 : number % 3 == 2;
        return first ? AttemptChannel.EMAIL : random.nextInt(6) == 0 ? AttemptChannel.TEXT : AttemptChannel.CALL;
    }

    private AttemptOutcome missed(AttemptChannel channel) {
        if (channel != AttemptChannel.CALL) {
            return AttemptOutcome.SENT;
        }
        return person.mayLeaveVoicemail() && random.nextInt(100) < 70
                ? AttemptOutcome.VOICEMAIL
                : AttemptOutcome.NO_ANSWER;
    }

    /** The other half of the day; one try in eight is late. */
    private void waitForNextTry(int number) {
        var local = time.atZone(location.zone());
        boolean wasMorning = local.toLocalTime().isBefore(LocalTime.NOON);
        int days = DAYS_BETWEEN[number] == 0 && !wasMorning ? 1 : DAYS_BETWEEN[number];
        time = local.toLocalDate()
                .plusDays(days)
                .atTime(wasMorning ? LocalTime.of(15, 30) : LocalTime.of(9, 30))
                .atZone(location.zone())
                .toInstant();
        pause(random.nextInt(8) == 0 ? between(200, DAY) : between(0, 70));
    }

    void goesOnFromContact(DemoFate fate) {
        for (var next : Stage.way()) {
            if (next.ordinal() > Stage.CONTACTED.ordinal()
                    && next.ordinal() <= fate.reaches().ordinal()) {
                arrive(next);
            }
        }
        close(fate.closes(), 40, 2 * DAY);
    }

    private void arrive(Stage stage) {
        switch (stage) {
            case QUALIFIED -> {
                pause(between(60, isBrisk ? DAY : 2 * DAY));
                note(55, "NOTE");
                move(By.OWNER, stage);
            }
            case RECORDS -> {
                pause(between(20, 400));
                move(By.OWNER, stage);
                writesAgain();
            }
            case CLINICAL_REVIEW -> {
                pause(isBrisk ? 4 * DAY : between(3 * DAY, 7 * DAY));
                note(65, "CHASE");
                pause(between(60, isBrisk ? DAY : 6 * DAY));
                move(By.OWNER, stage);
            }
            case CLEARED -> review();
            case BOOKED -> book();
            case INFUSED -> {
                pause(between(2 * DAY, 9 * DAY));
                move(By.OWNER, stage);
            }
            default -> throw new IllegalArgumentException(stage.name());
        }
    }

    private void review() {
        pause(between(90, isBrisk ? DAY : 2 * DAY));
        if (!isBrisk && random.nextInt(100) < 15) {
            steps.add(new DemoStep.Moved(time, By.CLINICIAN, Stage.RECORDS, pick("NEEDS_INFO")));
            pause(between(DAY, 4 * DAY));
            move(By.OWNER, Stage.CLINICAL_REVIEW);
            pause(between(60, DAY));
        }
        move(By.CLINICIAN, Stage.CLEARED);
    }

    private void book() {
        pause(between(60, isBrisk ? DAY : 4 * DAY));
        note(30, "NOTE");
        move(By.OWNER, Stage.BOOKED);
        if (!isBrisk && random.nextInt(100) < 9) {
            pause(between(DAY, 3 * DAY));
            steps.add(new DemoStep.Moved(time, By.OWNER, Stage.CLEARED, pick("CANCELLED")));
            pause(between(60, 2 * DAY));
            move(By.OWNER, Stage.BOOKED);
        }
    }

    /** One in eight asks again while the records are awaited, and is answered by hand. */
    private void writesAgain() {
        if (!isBrisk && random.nextInt(8) == 0) {
            wrote(
                    time.plus(Duration.ofMinutes(between(150, 2_600))),
                    texts.draw("messages.again." + person.language() + ".txt", random));
            pause(between(5, 150));
            attempt(channel(0), AttemptOutcome.REACHED, null);
        }
    }

    private void attempt(AttemptChannel channel, AttemptOutcome outcome, @Nullable Instant callBackAt) {
        boolean wrote = outcome == AttemptOutcome.REACHED && channel != AttemptChannel.CALL;
        var key = wrote ? "ANSWERED" : outcome.name();
        steps.add(new DemoStep.Attempted(time, By.OWNER, newAttempt(channel, outcome, callBackAt, key)));
    }

    private NewAttempt newAttempt(
            AttemptChannel channel, AttemptOutcome outcome, @Nullable Instant callBackAt, String note) {
        boolean silent = outcome == AttemptOutcome.NO_ANSWER && note.equals(outcome.name()) && random.nextInt(3) > 0;
        return new NewAttempt(channel, outcome, callBackAt, silent ? "" : pick(note));
    }

    private void note(int percent, String key) {
        if (random.nextInt(100) < percent) {
            steps.add(new DemoStep.Noted(time, By.OWNER, pick(key)));
            pause(between(4, 45));
        }
    }

    private void move(By by, Stage stage) {
        steps.add(new DemoStep.Moved(time, by, stage, pick(stage.name())));
    }

    private void close(@Nullable ClosingReason reason, int minMinutes, int maxMinutes) {
        if (reason == null) {
            return;
        }
        pause(between(minMinutes, maxMinutes));
        var by = reason.isFor(StaffRole.COORDINATOR)
                ? By.OWNER
                : reason.isFor(StaffRole.CLINICIAN) ? By.CLINICIAN : By.MANAGER;
        steps.add(new DemoStep.Closed(time, by, reason, pick(reason.name())));
    }

    private void pause(int businessMinutes) {
        time = location.hours().after(time, Duration.ofMinutes(businessMinutes).plusSeconds(random.nextInt(60)));
    }

    private String pick(String key) {
        return texts.pick(NOTES, key, random);
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }
}
