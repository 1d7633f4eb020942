package clinic.daybreak.demo;

import clinic.daybreak.crisis.CrisisOutcome;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.NewAttempt;
import clinic.daybreak.lead.Stage;
import java.time.Instant;

/** One thing that happens to a lead of the demo, and when. */
sealed interface DemoStep {

    Instant at();

    /** Who does it. */
    enum By {
        OWNER,
        CLINICIAN,
        MANAGER
    }

    record Wrote(Instant at, String message) implements DemoStep {}

    /** The mails that are due by then go. */
    record Mailed(Instant at) implements DemoStep {}

    record Attempted(Instant at, By by, NewAttempt attempt) implements DemoStep {}

    record Noted(Instant at, By by, String text) implements DemoStep {}

    record Moved(Instant at, By by, Stage to, String reason) implements DemoStep {}

    record Closed(Instant at, By by, ClosingReason reason, String note) implements DemoStep {}

    record HoldCleared(Instant at, CrisisOutcome outcome, String note) implements DemoStep {}
}
