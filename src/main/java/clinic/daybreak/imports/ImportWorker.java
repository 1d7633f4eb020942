package clinic.daybreak.imports;

import clinic.daybreak.base.BackgroundWork;
import clinic.daybreak.base.Failures;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Checks, runs and undoes imports on every node, on one thread of its own, so that live submissions never wait for a file.
 * A crash lets go of a step together with all that it did; any node goes on.
 */
@Component
class ImportWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    /** Few, for a live message to the same location waits until the step lets go of the owner whose turn it is. */
    private static final int STEP = 50;

    private static final int CHECK_STEP = 500;
    private static final int TRIES = 3;
    private static final Rhythm RHYTHM =
            new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(5));
    private static final Duration BEFORE_RETRY = Duration.ofMillis(200);

    private final ObjectProvider<ImportSteps> steps;
    private final ObjectProvider<ImportChecks> checks;
    private final ObjectProvider<ImportUndoing> undoing;
    private final SystemWork system;

    ImportWorker(
            ObjectProvider<ImportSteps> steps,
            ObjectProvider<ImportChecks> checks,
            ObjectProvider<ImportUndoing> undoing,
            SystemWork system) {
        super("imports", 1, RHYTHM);
        this.steps = steps;
        this.checks = checks;
        this.undoing = undoing;
        this.system = system;
    }

    /** Works on the calling thread until nothing is left to do. */
    void drain() {
        system.run(() -> {
            while (!mustEnd() && (check() | run() | undo())) {
                // goes on with whatever is next
            }
        });
    }

    private boolean check() {
        var begun = checks.getObject().begin();
        begun.ifPresent(check -> {
            while (!mustEnd() && checks.getObject().step(check, CHECK_STEP)) {
                run(); // a run that goes on need not wait for a check
            }
        });
        return begun.isPresent();
    }

    private boolean run() {
        var taken = new ImportSteps.Taken();
        try {
            return steps.getObject().step(STEP, taken);
        } catch (RuntimeException e) {
            var run = taken.run().orElseThrow(() -> e);
            LOG.warn("A step of import {} failed; its rows are done one by one ({})", run, Failures.kind(e));
            rowByRow();
            return true;
        }
    }

    private void rowByRow() {
        for (int row = 0; row < STEP && !mustEnd(); row++) {
            if (!alone(1)) {
                return;
            }
        }
    }

    /** The next row by itself; one that fails for good is recorded, and the next one is done. */
    private boolean alone(int tries) {
        var taken = new ImportSteps.Taken();
        try {
            return steps.getObject().step(1, taken);
        } catch (RuntimeException e) {
            if (tries < TRIES) {
                pause(BEFORE_RETRY);
                return alone(tries + 1);
            }
            if (e instanceof TransientDataAccessException) {
                throw e; // the database is busy: later, all of it is tried again
            }
            var run = Optional.of(taken).filter(known -> known.row() > 0).flatMap(ImportSteps.Taken::run);
            LOG.warn("Row {} of import {} failed ({})", taken.row(), run.orElseThrow(() -> e), Failures.kind(e));
            steps.getObject().recordFailure(run.get(), taken.row());
            return true;
        }
    }

    private boolean undo() {
        return undoing.getObject().step(STEP);
    }

    @Override
    protected void round() {
        drain();
    }

    /** A step that is cut off is done again from its beginning. */
    @Override
    public void stop() {
        super.stop();
        interrupt();
    }
}
