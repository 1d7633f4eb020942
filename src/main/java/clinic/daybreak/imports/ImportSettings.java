package clinic.daybreak.imports;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.location.LocationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood.
 *
 * @param columns by the name of the column
 * @param zone the IANA zone of times that say no zone
 * @param region two-letter country of telephones written without one
 * @param location where rows go that name none
 * @param source by which the rows come in, so that what it delivered before is known; empty for one of the file's own
 */
public record ImportSettings(
        Map<String, ColumnUse> columns,
        String zone,
        String region,
        @Nullable LocationId location,
        @Nullable SourceId source) {

    public ImportSettings {
        columns = Map.copyOf(columns);
    }

    public ColumnUse of(String column) {
        return columns.getOrDefault(column, ColumnUse.keep());
    }

    /** Whether a date is yet to be decided, two columns say the same, or no column says who. */
    void requireDecided(List<ImportColumn> all) {
        var taken = new HashMap<String, String>();
        for (var column : all) {
            var use = of(column.name());
            var other = use.isField() ? taken.put(use.target(), column.name()) : null;
            if (other != null) {
                throw new RefusedException("The columns \"" + other + "\" and \"" + column.name()
                        + "\" are both mapped to " + ColumnUse.TARGETS.get(use.target()) + ". Choose one of them.");
            }
            if (use.isDate() && use.format() == null) {
                throw new RefusedException(undecided(column));
            }
        }
        if (taken.keySet().stream()
                .noneMatch(List.of("first_name", "last_name", "full_name", "email", "phone")::contains)) {
            throw new RefusedException(
                    "No column says who somebody is. Map at least a name, an e-mail or a telephone.");
        }
    }

    private static String undecided(ImportColumn column) {
        if (column.formats().isEmpty()) {
            return "The dates in the column \"" + column.name() + "\" cannot be read, or are written in several ways."
                    + " Keep it as an answer, or write its dates as 2026-04-03 and choose the file again.";
        }
        return "The dates in the column \"" + column.name() + "\" can be read in more than one way. Choose the format.";
    }
}
