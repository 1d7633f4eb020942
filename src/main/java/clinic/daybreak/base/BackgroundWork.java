package clinic.daybreak.base;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work on threads of its own from start to stop of this node: does what there is to do, rests until it is woken or some
 * time is over, and goes on after what broke. The database decides what is done by which node.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final String name;
    private final int size;
    private final Rhythm rhythm;
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /**
     * @param idle how long it rests at most when there was nothing to do
     * @param afterError how long it rests when a round broke
     * @param patience how long a stop waits for what is in hand
     */
    public record Rhythm(Duration idle, Duration afterError, Duration patience) {}

    /** @param name of the threads, and by which the log calls the work */
    protected BackgroundWork(String name, int threads, Rhythm rhythm) {
        this.name = name;
        this.size = threads;
        this.rhythm = rhythm;
    }

    /** One round: what there is to do now. What it throws ends the round. */
    protected abstract void round();

    /** There may be something to do; returns at once. */
    public final void wake() {
        work.release();
    }

    /** Whether a thread of this work is asked to let go of what it has not begun; whoever works by a call is not hurried. */
    protected final boolean mustEnd() {
        return !running && threads.contains(Thread.currentThread());
    }

    protected static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        while (running) {
            try {
                round();
                if (work.tryAcquire(rhythm.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The work \"{}\" broke; trying again soon ({})", name, Failures.kind(e));
                pause(rhythm.afterError());
            }
        }
    }

    @Override
    public final void start() {
        running = true;
        for (int number = 1; number <= size; number++) {
            var thread = Thread.ofPlatform()
                    .name(size == 1 ? name : name + "-" + number)
                    .daemon()
                    .unstarted(this::loop);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        work.release(size);
        try {
            for (var thread : threads) {
                thread.join(rhythm.patience());
            }
            threads.removeIf(thread -> !thread.isAlive());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cuts off what is still in hand after the patience. */
    protected final void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
