package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings what was spooled into the database once it is back, in order; killed half way it does so again, without doubles. */
@Component
class SpoolDrain {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
    private static final int BATCH = 100;

    private final Spool spool;
    private final SubmissionWriter writer;
    private final SubmissionWorker worker;

    SpoolDrain(Spool spool, SubmissionWriter writer, SubmissionWorker worker) {
        this.spool = spool;
        this.writer = writer;
        this.worker = worker;
    }

    /** Does nothing while the database is away, or when nothing waits. */
    void drain() {
        if (!writer.isDatabaseThere()) {
            return;
        }
        spool.databaseIsBack();
        for (var file : spool.closedFiles()) {
            drain(file);
        }
    }

    private void drain(Path file) {
        var rows = spool.read(file);
        for (int from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            try {
                writer.insert(batch);
            } catch (DataIntegrityViolationException e) {
                batch.forEach(this::alone);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The database went away again while the spool was brought in; the rest follows later");
                return;
            }
            worker.wake();
        }
        spool.remove(file);
        LOG.info("{} submissions that came while the database was away are in it now", rows.size());
    }

    private void alone(SubmissionRows.NewRow row) {
        try {
            writer.insert(List.of(row));
        } catch (DataIntegrityViolationException e) {
            LOG.error("Submission {} from the spool is refused by the database ({})", row.id(), Failures.kind(e));
        }
    }
}
