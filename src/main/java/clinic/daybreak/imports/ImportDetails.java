package clinic.daybreak.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import at one moment.
 *
 * @param label what its file is called
 * @param staffName who chose the file; Daybreak for the command
 * @param isCleared whether the rows were removed, 30 days after the end; the counts stay
 */
public record ImportDetails(
        ImportId id,
        String label,
        String staffName,
        Instant uploadedAt,
        String encoding,
        String delimiter,
        List<ImportColumn> columns,
        ImportSettings settings,
        ImportState state,
        ImportCounts counts,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        boolean isCleared) {}
