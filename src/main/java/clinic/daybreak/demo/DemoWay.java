package clinic.daybreak.demo;

import static clinic.daybreak.demo.DemoStory.DAY;

import clinic.daybreak.demo.DemoStep.By;
import clinic.daybreak.lead.AttemptChannel;
import clinic.daybreak.lead.AttemptOutcome;
import clinic.daybreak.lead.Stage;
import java.time.Duration;

/** The part of a story from the first conversation on, stage by stage (DOMAIN 1). */
final class DemoWay {

    private final DemoScript script;
    private final boolean isBrisk;

    DemoWay(DemoScript script, boolean isBrisk) {
        this.script = script;
        this.isBrisk = isBrisk;
    }

    void to(Stage last) {
        for (var next : Stage.way()) {
            if (next.ordinal() > Stage.CONTACTED.ordinal() && next.ordinal() <= last.ordinal()) {
                arrive(next);
            }
        }
    }

    private void arrive(Stage stage) {
        switch (stage) {
            case QUALIFIED -> preScreen();
            case RECORDS -> askForRecords();
            case CLINICAL_REVIEW -> awaitRecords();
            case CLEARED -> review();
            case BOOKED -> book();
            case INFUSED -> {
                script.pause(script.between(2 * DAY, 9 * DAY));
                script.move(By.OWNER, Stage.INFUSED);
            }
            default -> throw new IllegalArgumentException(stage.name());
        }
    }

    private void preScreen() {
        script.pause(script.between(60, isBrisk ? DAY : 2 * DAY));
        script.note(55, "NOTE");
        script.move(By.OWNER, Stage.QUALIFIED);
    }

    /** Some ask again while the records are awaited, and are answered by hand. */
    private void askForRecords() {
        script.pause(script.between(20, 400));
        script.move(By.OWNER, Stage.RECORDS);
        if (!isBrisk && script.isLucky(15)) {
            script.wroteAgain(script.time().plus(Duration.ofMinutes(script.between(150, 2_600))));
            script.pause(script.between(5, 150));
            var person = script.person();
            var channel = person.hasPhone() && !person.preferred().equals("email")
                    ? AttemptChannel.CALL
                    : AttemptChannel.EMAIL;
            script.attempt(channel, AttemptOutcome.REACHED, null);
        }
    }

    /** The longest stage: 5 to 15 business days. */
    private void awaitRecords() {
        script.pause(isBrisk ? 4 * DAY : script.between(3 * DAY, 7 * DAY));
        script.note(65, "CHASE");
        script.pause(script.between(60, isBrisk ? DAY : 6 * DAY));
        script.move(By.OWNER, Stage.CLINICAL_REVIEW);
    }

    private void review() {
        script.pause(script.between(90, isBrisk ? DAY : 2 * DAY));
        if (!isBrisk && script.isLucky(15)) {
            script.move(By.CLINICIAN, Stage.RECORDS, "NEEDS_INFO");
            script.pause(script.between(DAY, 4 * DAY));
            script.move(By.OWNER, Stage.CLINICAL_REVIEW);
            script.pause(script.between(60, DAY));
        }
        script.move(By.CLINICIAN, Stage.CLEARED);
    }

    private void book() {
        script.pause(script.between(60, isBrisk ? DAY : 4 * DAY));
        script.note(30, "NOTE");
        script.move(By.OWNER, Stage.BOOKED);
        if (!isBrisk && script.isLucky(9)) {
            script.pause(script.between(DAY, 3 * DAY));
            script.move(By.OWNER, Stage.CLEARED, "CANCELLED");
            script.pause(script.between(60, 2 * DAY));
            script.move(By.OWNER, Stage.BOOKED);
        }
    }
}
