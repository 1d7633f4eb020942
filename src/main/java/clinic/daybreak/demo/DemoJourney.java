package clinic.daybreak.demo;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Performs the plan in order of time over all leads, so that every record is in the order of what happened. */
@Component
class DemoJourney {

    private static final Logger LOG = LoggerFactory.getLogger(DemoJourney.class);

    /** Steps after which the persistence context is emptied: each flush looks at everything in it. */
    private static final int BATCH = 20;

    /** What a step takes at most; its end is not after now either. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private record Turn(DemoCase about, DemoStep step) {}

    private final DemoIntake intake;
    private final DemoActions actions;
    private final DemoMail mail;
    private final EntityManager entities;

    DemoJourney(DemoIntake intake, DemoActions actions, DemoMail mail, EntityManager entities) {
        this.intake = intake;
        this.actions = actions;
        this.mail = mail;
        this.entities = entities;
    }

    void run(DemoPlan plan, DemoCast cast) {
        int done = 0;
        for (var turn : turns(plan.cases(), cast)) {
            perform(turn, cast);
            if (++done % BATCH == 0) {
                forget();
            }
        }
        forget();
        mail.keepFromServer();
        LOG.info("{} leads, {} steps", plan.cases().size(), done);
    }

    private static List<Turn> turns(List<DemoCase> cases, DemoCast cast) {
        var turns = new ArrayList<Turn>();
        for (var about : cases) {
            about.steps().stream()
                    .filter(step -> step.at().isBefore(cast.now().minus(MOMENT)))
                    .forEach(step -> turns.add(new Turn(about, step)));
        }
        turns.sort(Comparator.comparing(turn -> turn.step.at()));
        return turns;
    }

    private void perform(Turn turn, DemoCast cast) {
        switch (turn.step) {
            case DemoStep.Wrote step -> intake.receive(turn.about, step, cast);
            case DemoStep.Mailed step -> mail.sendDue(step.at());
            case DemoStep.Attempted step -> actions.attempt(turn.about, step, cast);
            case DemoStep.Noted step -> actions.note(turn.about, step, cast);
            case DemoStep.Moved step -> actions.move(turn.about, step, cast);
            case DemoStep.Closed step -> actions.close(turn.about, step, cast);
            case DemoStep.HoldCleared step -> actions.clearHold(turn.about, step, cast);
        }
    }

    private void forget() {
        entities.flush();
        entities.clear();
    }
}
