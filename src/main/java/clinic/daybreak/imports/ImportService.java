package clinic.daybreak.imports;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceDetails;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What managers and administrators do with files of enquiries. Each sees their own imports; who is responsible for all
 * locations sees all, for the rows of a file may belong to any of them.
 */
@Service
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN', 'SYSTEM')")
@Transactional
public class ImportService {

    /** The last column of a downloaded file of failed rows; ignored when that file is imported. */
    public static final String REASON_COLUMN = "Reason (Daybreak)";

    /** How many rows the preview shows. */
    public static final int PREVIEW = 10;

    private static final int LIST = 200;
    private static final String REFUSED = "Refused";

    private final ImportRepository runs;
    private final ImportRows rows;
    private final ImportReaders readers;
    private final ImportSources sources;
    private final ImportContext context;

    ImportService(
            ImportRepository runs,
            ImportRows rows,
            ImportReaders readers,
            ImportSources sources,
            ImportContext context) {
        this.runs = runs;
        this.rows = rows;
        this.readers = readers;
        this.sources = sources;
        this.context = context;
    }

    /** The newest 200. */
    @Transactional(readOnly = true)
    public List<ImportDetails> list() {
        return runs.findAllByOrderByUploadedAtDesc(Limit.of(LIST)).stream()
                .filter(context::isVisible)
                .map(this::details)
                .toList();
    }

    @Transactional(readOnly = true)
    public ImportDetails get(ImportId id) {
        return details(find(id));
    }

    private ImportDetails details(ImportRun run) {
        return run.details(context.nameOf(run));
    }

    /** Whether the same file has been imported before and not undone. */
    @Transactional(readOnly = true)
    public boolean isRepeat(ImportId id) {
        return runs.countSameFile(find(id).fileHash(), id.value()) > 0;
    }

    /** The ways in by which the rows may be said to come: those that are open, and those of earlier files. */
    @Transactional(readOnly = true)
    public List<SourceDetails> listSources() {
        return sources.list();
    }

    /** The first rows as they would be read by these settings; that they were looked at goes on the record. */
    public List<Map<String, String>> preview(ImportId id, ImportSettings settings) {
        var run = find(id);
        context.looked(run);
        var reader = readers.of(run, settings);
        return rows.after(id, 0, PREVIEW).stream()
                .map(row -> preview(reader.read(row, texts -> Optional.empty()), settings))
                .toList();
    }

    private static Map<String, String> preview(ReadRow row, ImportSettings settings) {
        var shown = new LinkedHashMap<>(row.fields());
        boolean isDated = settings.columns().values().stream()
                .anyMatch(use -> use.target().equals(ColumnUse.RECEIVED_AT));
        if (row.enquiry() != null && isDated) {
            shown.put(
                    ColumnUse.RECEIVED_AT,
                    DateFormat.spoken(row.enquiry().receivedAt().atZone(ZoneId.of(settings.zone()))));
        }
        if (row.refusal() != null) {
            shown.put(REFUSED, row.refusal());
        }
        return shown;
    }

    /** Decides how the file is to be understood; what a check said before no longer holds. */
    public void map(ImportId id, ImportSettings settings) {
        if (!RowReader.isZone(settings.zone())) {
            throw new RefusedException("This time zone does not exist. Choose one from the list.");
        }
        if (settings.location() != null) {
            context.requireLocation(settings.location());
        }
        var run = lock(id);
        run.map(settings);
        runs.save(run);
    }

    /** Finds out in the background what would be created, touched, skipped and refused; writes no lead. */
    public void check(ImportId id) {
        var run = lock(id);
        run.check();
        runs.save(run);
        context.wakeAfterCommit();
    }

    /** Gives a check up. */
    public void stopCheck(ImportId id) {
        var run = lock(id);
        run.stopCheck();
        runs.save(run);
    }

    /** Imports the rows in the background. */
    public void start(ImportId id) {
        var run = lock(id);
        run.start(sources.of(run), context.now());
        runs.save(run);
        context.wakeAfterCommit();
    }

    /** The rows that still wait are skipped; those that are done stay. */
    public void cancel(ImportId id) {
        var run = lock(id);
        if (run.state() != ImportState.RUNNING) {
            throw new RefusedException("This import does not run any more. Look at where it is now.");
        }
        run.cancel(rows.cancelWaiting(id), context.now());
        runs.save(run);
    }

    /** Goes on with the rows that a cancel left. */
    public void resume(ImportId id) {
        var run = lock(id);
        run.resume(rows.resumeCancelled(id));
        runs.save(run);
        context.wakeAfterCommit();
    }

    /** Takes back in the background what the import made, but for leads that somebody has worked on since. */
    public void undo(ImportId id) {
        var run = lock(id);
        run.undo();
        runs.save(run);
        context.wakeAfterCommit();
    }

    /** What the last check said, by outcome. */
    @Transactional(readOnly = true)
    public Map<RowOutcome, Integer> countPlanned(ImportId id) {
        find(id);
        return rows.countPlanned(id);
    }

    /**
     * Rows in the order of the file; that they were looked at goes on the record.
     *
     * @param planned as the check says, instead of as they became
     * @param outcome only those; empty for all
     */
    public List<ImportRowSummary> listRows(
            ImportId id, boolean planned, @Nullable RowOutcome outcome, int offset, int limit) {
        var run = find(id);
        context.looked(run);
        var reader = readers.of(run);
        var column = planned ? ImportRows.Column.PLANNED : ImportRows.Column.STATE;
        return rows.page(id, column, outcome, offset, limit).stream()
                .map(row -> new ImportRowSummary(
                        row.row().number(),
                        reader.read(row.row(), texts -> Optional.empty()).who(),
                        row.outcome(),
                        row.why(),
                        row.lead(),
                        row.undo()))
                .toList();
    }

    /** The failed rows as a file that can be corrected and imported again: the columns as they were, and the reason. */
    public void writeFailed(ImportId id, OutputStream output) {
        var run = find(id);
        context.looked(run);
        var columns = run.columns().stream().map(ImportColumn::name).toList();
        try (var table = new TableWriter(output)) {
            table.write(plus(columns, List.of(REASON_COLUMN)));
            rows.forEach(id, RowOutcome.FAILED, row -> table.write(failed(columns.size(), row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is too much in a row stands behind the reason, so that nothing is lost and the columns agree. */
    private static List<String> failed(int columns, ImportRows.ListedRow row) {
        var cells = new ArrayList<>(row.row().cells());
        while (cells.size() < columns) {
            cells.add("");
        }
        return plus(plus(cells.subList(0, columns), List.of(row.why())), cells.subList(columns, cells.size()));
    }

    private static List<String> plus(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private ImportRun find(ImportId id) {
        return visible(runs.findById(id));
    }

    private ImportRun lock(ImportId id) {
        return visible(runs.lock(id.value()));
    }

    private ImportRun visible(Optional<ImportRun> found) {
        return found.filter(context::isVisible).orElseThrow(() -> new RecordMissingException("Import"));
    }
}
