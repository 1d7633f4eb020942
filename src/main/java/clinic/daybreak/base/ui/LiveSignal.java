package clinic.daybreak.base.ui;

import clinic.daybreak.base.BackgroundWork;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries the news that something changed from node to node: a counter in the database that whoever has news raises and
 * everybody looks at twice a second. What changed is not said; screens read anew what they show.
 */
@Component
class LiveSignal extends BackgroundWork {

    private static final Duration PACE = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final LiveUpdates live;
    private final AtomicBoolean news = new AtomicBoolean();
    private long seen = -1;

    LiveSignal(JdbcClient jdbc, LiveUpdates live) {
        super("live-signal", 1, new Rhythm(PACE, PACE.multipliedBy(10), Duration.ofSeconds(1)));
        this.jdbc = jdbc;
        this.live = live;
        live.tellOthers(() -> news.set(true));
    }

    @Override
    protected void round() {
        boolean ours = news.getAndSet(false);
        if (ours) {
            jdbc.sql("UPDATE live_signal SET raised = raised + 1 WHERE id = 1").update();
        }
        long raised = jdbc.sql("SELECT raised FROM live_signal WHERE id = 1")
                .query(Long.class)
                .single();
        boolean others = seen >= 0 && raised > seen + (ours ? 1 : 0);
        seen = raised;
        if (others) {
            live.refreshAll();
        }
    }
}
