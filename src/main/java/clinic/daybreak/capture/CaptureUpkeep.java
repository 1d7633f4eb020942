package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import clinic.daybreak.location.LocationService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What each node does every second for its own doors: reads the sources and locations again, so that requests need not,
 * brings in what was spooled, and writes down what was counted.
 */
@Component
class CaptureUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureUpkeep.class);
    private static final long PAUSE_MILLISECONDS = 1_000;
    private static final int ROUNDS_TO_COUNT = 3;

    private final SourceDirectory sources;
    private final LocationService locations;
    private final SpoolDrain drain;
    private final SourceUse use;
    private final SpoolUse spoolUse;
    private volatile boolean running;
    private @Nullable Thread thread;

    CaptureUpkeep(
            SourceDirectory sources, LocationService locations, SpoolDrain drain, SourceUse use, SpoolUse spoolUse) {
        this.sources = sources;
        this.locations = locations;
        this.drain = drain;
        this.use = use;
        this.spoolUse = spoolUse;
    }

    private void loop() {
        boolean well = true;
        for (int round = 1; running; round++) {
            try {
                drain.drain();
                sources.refresh();
                locations.list();
                if (round % ROUNDS_TO_COUNT == 0) {
                    use.flush();
                    spoolUse.record();
                }
                well = true;
            } catch (RuntimeException e) {
                if (well) {
                    LOG.warn("The upkeep of the ways in failed; trying again each second ({})", Failures.kind(e));
                }
                well = false;
            }
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("capture-upkeep").daemon().start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
        try {
            use.flush();
        } catch (RuntimeException e) {
            LOG.warn("The last counts of the ways in could not be written ({})", Failures.kind(e));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
