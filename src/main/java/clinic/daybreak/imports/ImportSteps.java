package clinic.daybreak.imports;

import clinic.daybreak.base.Appends;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs imports a few rows at a time. Each step holds its import, so that no other node does the same step and the rows are
 * done in the order of the file; what became of them is committed together with what they made.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class ImportSteps {

    private final ImportRepository runs;
    private final ImportRows rows;
    private final ImportReaders readers;
    private final RowAcceptance acceptance;
    private final Appends appends;
    private final Clock clock;

    ImportSteps(
            ImportRepository runs,
            ImportRows rows,
            ImportReaders readers,
            RowAcceptance acceptance,
            Appends appends,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.readers = readers;
        this.acceptance = acceptance;
        this.appends = appends;
        this.clock = clock;
    }

    /** What a step has in hand, told also when it fails. */
    static final class Taken {

        private @Nullable ImportId run;
        private int row;

        Optional<ImportId> run() {
            return Optional.ofNullable(run);
        }

        int row() {
            return row;
        }
    }

    /**
     * The next rows of the oldest running import that is not in another node's hands.
     *
     * @return false when there is none
     */
    boolean step(int limit, Taken taken) {
        var next = runs.lockNextRunning();
        next.ifPresent(run -> step(run, limit, taken));
        return next.isPresent();
    }

    private void step(ImportRun run, int limit, Taken taken) {
        taken.run = run.id();
        appends.gather();
        var waiting = rows.nextWaiting(run.id(), limit);
        var done = waiting.isEmpty()
                ? List.<DoneRow>of()
                : acceptance.accept(
                        run.id(), run.source().orElseThrow(), readers.of(run), waiting, row -> taken.row = row);
        rows.finish(run.id(), done);
        count(run.id(), done, waiting.size() < limit);
    }

    /** One row broke the step; all that it did is taken back, and it alone is recorded as failed. */
    void recordFailure(ImportId id, int row) {
        var run = runs.lock(id.value()).orElseThrow();
        if (run.state() != ImportState.RUNNING) {
            return;
        }
        var failed = List.of(DoneRow.failed(row, "It could not be stored; the reason is in the log under this import"));
        rows.finish(id, failed);
        count(id, failed, false);
    }

    private void count(ImportId id, List<DoneRow> done, boolean isLast) {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        done.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        // asked for again, for the work on the rows has emptied the session
        var run = runs.findById(id).orElseThrow();
        counts.forEach(run::count);
        if (isLast) {
            run.finish(clock.instant());
        }
        runs.save(run);
    }
}
