package clinic.daybreak.capture;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.installation.DataFolder;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the other nodes, and so those who watch, that this one had to put deliveries aside. */
@Component
class SpoolUse {

    private final Spool spool;
    private final JdbcClient jdbc;
    private final String node;
    private final Clock clock;
    private long told;
    private int waiting;

    SpoolUse(Spool spool, JdbcClient jdbc, DataFolder folder, Clock clock) {
        this.spool = spool;
        this.jdbc = jdbc;
        this.node = folder.nodeId();
        this.clock = clock;
    }

    /** Writes only when there is news. */
    void record() {
        long appended = spool.appended();
        int files = spool.waitingFiles();
        if (appended == told && files == waiting) {
            return;
        }
        jdbc.sql("INSERT INTO spool_use (node, used_at, waiting) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE used_at = VALUES(used_at), waiting = VALUES(waiting)")
                .params(node, SqlTime.of(clock.instant()), files)
                .update();
        told = appended;
        waiting = files;
    }
}
