package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import clinic.daybreak.staff.SystemWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes stored submissions leads and touches, on every node: takes the next due one that nobody else has in hand, in the
 * transaction that processes it. A crash lets go of it together with all that was done.
 */
@Component
class SubmissionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionWorker.class);
    private static final int THREADS = 2;
    private static final long IDLE_MILLISECONDS = 1_000;
    private static final long PAUSE_IN_FLOOD_MILLISECONDS = 250;
    private static final long PAUSE_AFTER_ERROR_MILLISECONDS = 2_000;

    private final ObjectProvider<SubmissionProcessing> processing;
    private final SystemWork system;
    private final IntakePressure pressure;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    SubmissionWorker(ObjectProvider<SubmissionProcessing> processing, SystemWork system, IntakePressure pressure) {
        this.processing = processing;
        this.system = system;
        this.pressure = pressure;
    }

    /** There may be something to do; returns at once. */
    void wake() {
        work.release();
    }

    private void loop() {
        while (running) {
            try {
                system.run(this::processAll);
                if (work.tryAcquire(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("Submissions could not be worked on; trying again soon ({})", Failures.kind(e));
                pause(PAUSE_AFTER_ERROR_MILLISECONDS);
            }
        }
    }

    /** Until nothing is due. What breaks concerns one submission: it is tried again later, the others go on. */
    private void processAll() {
        var submissions = processing.getObject();
        while (running) {
            if (pressure.isFlood()) {
                pause(PAUSE_IN_FLOOD_MILLISECONDS);
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

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        for (int number = 1; number <= THREADS; number++) {
            threads.add(
                    Thread.ofPlatform().name("submissions-" + number).daemon().start(this::loop));
        }
    }

    @Override
    public void stop() {
        running = false;
        work.release(THREADS);
        try {
            for (var thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
