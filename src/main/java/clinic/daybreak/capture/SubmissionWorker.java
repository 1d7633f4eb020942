package clinic.daybreak.capture;

import clinic.daybreak.base.BackgroundWork;
import clinic.daybreak.base.Failures;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes stored submissions leads and touches, on every node: takes the next due one that nobody else has in hand, in the
 * transaction that processes it. A crash lets go of it together with all that was done.
 */
@Component
class SubmissionWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionWorker.class);
    private static final int THREADS = 2;
    private static final Rhythm RHYTHM =
            new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(20));
    private static final Duration PAUSE_IN_FLOOD = Duration.ofMillis(250);

    private final ObjectProvider<SubmissionProcessing> processing;
    private final SystemWork system;
    private final IntakePressure pressure;

    SubmissionWorker(ObjectProvider<SubmissionProcessing> processing, SystemWork system, IntakePressure pressure) {
        super("submissions", THREADS, RHYTHM);
        this.processing = processing;
        this.system = system;
        this.pressure = pressure;
    }

    @Override
    protected void round() {
        system.run(this::processAll);
    }

    /** Until nothing is due. What breaks concerns one submission: it is tried again later, the others go on. */
    private void processAll() {
        var submissions = processing.getObject();
        while (!mustEnd()) {
            if (pressure.isFlood()) {
                pause(PAUSE_IN_FLOOD);
            }
            var taken = new SubmissionProcessing.Taken();
            try {
                if (!submissions.processNext(taken)) {
                    return;
                }
            } catch (RuntimeException e) {
                var id = taken.id().orElseThrow(() -> e);
                LOG.warn("Submission {} could not be processed ({})", id, Failures.kind(e));
                submissions.recordFailure(id, e);
            }
        }
    }
}
