package clinic.daybreak.imports;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.installation.DataFolder;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a file into the database row by row, so that every node can go on with it. */
@Service
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN', 'SYSTEM')")
public class ImportLoading {

    private static final int BATCH = 500;
    private static final int LABEL_LENGTH = 60;

    private final ImportRepository runs;
    private final ImportRows rows;
    private final CurrentStaff current;
    private final DataFolder folder;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportLoading(
            ImportRepository runs,
            ImportRows rows,
            CurrentStaff current,
            DataFolder folder,
            TransactionTemplate transactions,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.current = current;
        this.folder = folder;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Reads the file to its end; the caller's stream is not closed. A file that is refused leaves nothing behind.
     *
     * @param fileName what the file is called, for staff
     * @throws RefusedException when it cannot be read as a table, or is larger than {@link ImportLimits} allow
     */
    public ImportId load(String fileName, InputStream input) {
        try (var upload = new SealedUpload(input, folder.folder("imports"))) {
            try (var table = TableFile.open(upload)) {
                return load(label(fileName), upload, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(String fileName) {
        var name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        if (name.isEmpty()) {
            return "file";
        }
        return name.codePointCount(0, name.length()) <= LABEL_LENGTH
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LABEL_LENGTH - 1)) + "…";
    }

    private ImportId load(String label, SealedUpload upload, TableFile table) {
        var id = ImportId.next();
        transactions.executeWithoutResult(status -> runs.save(new ImportRun(
                id,
                label,
                current.find().map(StaffMember::id).orElse(null),
                clock.instant(),
                upload.hash(),
                upload.encoding(),
                table.delimiter(),
                settings())));
        try {
            insert(id, table);
        } catch (RuntimeException e) {
            transactions.executeWithoutResult(status -> {
                rows.delete(id);
                runs.deleteById(id.value());
            });
            throw e;
        }
        return id;
    }

    /** Where there is but one place to go, it is chosen already. */
    private ImportSettings settings() {
        var mine = current.locations();
        var first = mine.stream().findFirst();
        return new ImportSettings(
                Map.of(),
                first.map(location -> location.zone().getId()).orElse("UTC"),
                first.map(LocationDetails::region).orElse("US"),
                mine.size() == 1 ? mine.getFirst().id() : null,
                null);
    }

    private void insert(ImportId id, TableFile table) {
        var dates = new DateColumns(table.columns().size());
        var batch = new ArrayList<TableFile.Row>(BATCH);
        int count = 0;
        for (var row = table.next(); row.isPresent(); row = table.next()) {
            count++;
            if (count > ImportLimits.MAX_ROWS) {
                throw new UnreadableFileException(
                        "The file has more than 250,000 rows. Split it into smaller files, and"
                                + " import one after the other.");
            }
            dates.add(row.get().cells());
            batch.add(row.get());
            if (batch.size() == BATCH) {
                insert(id, batch);
                batch.clear();
            }
        }
        if (count == 0) {
            throw new UnreadableFileException(
                    "The file has a header and no rows. Export the list again, then choose the new file.");
        }
        insert(id, batch);
        loaded(id, count, dates.columns(table.columns()));
    }

    private void insert(ImportId id, List<TableFile.Row> batch) {
        if (!batch.isEmpty()) {
            transactions.executeWithoutResult(status -> rows.insert(id, batch));
        }
    }

    private void loaded(ImportId id, int count, List<ImportColumn> columns) {
        transactions.executeWithoutResult(status -> {
            var run = runs.findById(id).orElseThrow();
            run.loaded(count, columns, ColumnGuess.of(columns));
            runs.save(run);
        });
    }
}
