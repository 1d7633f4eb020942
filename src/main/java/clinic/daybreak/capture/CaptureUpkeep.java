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
 * and brings in what was spooled.
 */
@Component
class CaptureUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureUpkeep.class);
    private static final long PAUSE_MILLISECONDS = 1_000;

    private final SourceDirectory sources;
    private final LocationService locations;
    private final SpoolDrain drain;
    private volatile boolean running;
    private @Nullable Thread thread;

    CaptureUpkeep(SourceDirectory sources, LocationService locations, SpoolDrain drain) {
        this.sources = sources;
        this.locations = locations;
        this.drain = drain;
    }

    private void loop() {
        boolean well = true;
        while (running) {
            try {
                drain.drain();
                sources.refresh();
                locations.list();
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
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
