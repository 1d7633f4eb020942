package clinic.daybreak.demo;

import clinic.daybreak.crisis.CrisisOutcome;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes down the steps of one lead, one after the other; its time passes in business minutes of the location. */
final class DemoScript {

    private static final String NOTES = "notes.txt";

    private final DemoPerson person;
    private final LocationDetails location;
    private final DemoTexts texts;
    private final Random random;
    private final List<DemoStep> steps = new ArrayList<>();
    private Instant time = Instant.EPOCH;

    DemoScript(DemoPerson person, LocationDetails location, DemoTexts texts, Random random) {
        this.person = person;
        this.location = location;
        this.texts = texts;
        this.random = random;
    }

    DemoPerson person() {
        return person;
    }

    LocationDetails location() {
        return location;
    }

    List<DemoStep> steps() {
        return steps;
    }

    Instant time() {
        return time;
    }

    void continueAt(Instant at) {
        time = at;
    }

    void pause(int businessMinutes) {
        time = location.hours().after(time, Duration.ofMinutes(businessMinutes).plusSeconds(random.nextInt(60)));
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean isLucky(int percent) {
        return random.nextInt(100) < percent;
    }

    /** The number within the second makes every moment of receipt a different one. */
    void wrote(Instant at, String message) {
        time = at.truncatedTo(ChronoUnit.SECONDS).plusNanos(person.number() * 1_000L);
        steps.add(new DemoStep.Wrote(time, message));
        steps.add(new DemoStep.Mailed(time.plusSeconds(between(40, 90))));
    }

    void wroteAgain(Instant at) {
        wrote(at, texts.draw("messages.again." + person.language() + ".txt", random));
    }

    void attempt(AttemptChannel channel, AttemptOutcome outcome, @Nullable Instant callBackAt) {
        boolean wrote = outcome == AttemptOutcome.REACHED && channel != AttemptChannel.CALL;
        boolean silent = outcome == AttemptOutcome.NO_ANSWER && random.nextInt(3) > 0;
        var note = silent ? "" : pick(wrote ? "ANSWERED" : outcome.name());
        steps.add(new DemoStep.Attempted(time, By.OWNER, new NewAttempt(channel, outcome, callBackAt, note)));
    }

    void clinicianCalls(AttemptOutcome outcome) {
        var note = pick("CRISIS_" + outcome);
        steps.add(new DemoStep.Attempted(time, By.CLINICIAN, new NewAttempt(AttemptChannel.CALL, outcome, null, note)));
    }

    void holdCleared(CrisisOutcome outcome) {
        steps.add(new DemoStep.HoldCleared(time, outcome, pick(outcome.name())));
    }

    /** Perhaps a note, and a little time for it. */
    void note(int percent, String occasion) {
        if (isLucky(percent)) {
            steps.add(new DemoStep.Noted(time, By.OWNER, pick(occasion)));
            pause(between(4, 45));
        }
    }

    void move(By by, Stage stage) {
        move(by, stage, stage.name());
    }

    void move(By by, Stage stage, String occasion) {
        steps.add(new DemoStep.Moved(time, by, stage, pick(occasion)));
    }

    /** By whoever may give that reason. */
    void close(@Nullable ClosingReason reason, int minMinutes, int maxMinutes) {
        if (reason == null) {
            return;
        }
        pause(between(minMinutes, maxMinutes));
        var by = reason.isFor(StaffRole.COORDINATOR)
                ? By.OWNER
                : reason.isFor(StaffRole.CLINICIAN) ? By.CLINICIAN : By.MANAGER;
        steps.add(new DemoStep.Closed(time, by, reason, pick(reason.name())));
    }

    private String pick(String occasion) {
        return texts.pick(NOTES, occasion, random);
    }
}
