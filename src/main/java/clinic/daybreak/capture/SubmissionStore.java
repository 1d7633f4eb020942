package clinic.daybreak.capture;

import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.base.SqlTime;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a submission on disk. When {@link #store} has returned, it is committed together with the task that will process
 * it: success may be answered.
 */
@Component
public class SubmissionStore {

    static final TaskDescriptor<Void> PROCESS = TaskDescriptor.of("process-submission");

    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final Clock clock;

    SubmissionStore(JdbcClient jdbc, Scheduler scheduler, Clock clock) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * What was stored.
     *
     * @param isRepeat whether the source had delivered it before; nothing further happens then
     */
    public record Stored(SubmissionId id, boolean isRepeat) {}

    @Transactional
    public Stored store(RawSubmission raw) {
        var id = SubmissionId.next();
        try {
            insert(id, raw);
        } catch (DuplicateKeyException e) {
            // delivered before, perhaps by another request at this moment: the unique key let one through
            return new Stored(find(raw), true);
        }
        scheduler.schedule(PROCESS.instance(id.toString()).build(), clock.instant());
        AfterCommit.run(scheduler::triggerCheckForDueExecutions);
        return new Stored(id, false);
    }

    private void insert(SubmissionId id, RawSubmission raw) {
        jdbc.sql("""
                        INSERT INTO submission
                            (id, source_id, external_id, received_at, content_type, headers, body, state, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', 0)
                        """)
                .param(id.value())
                .param(raw.source().value())
                .param(raw.externalId())
                .param(SqlTime.of(clock.instant()))
                .param(raw.contentType())
                .param(raw.headers())
                .param(raw.body())
                .update();
    }

    private SubmissionId find(RawSubmission raw) {
        return new SubmissionId(jdbc.sql("SELECT id FROM submission WHERE source_id = ? AND external_id = ?")
                .param(raw.source().value())
                .param(raw.externalId())
                .query(UUID.class)
                .single());
    }
}
