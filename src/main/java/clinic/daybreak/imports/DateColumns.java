package clinic.daybreak.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, while a file is read, by which formats all dates of a column can be read. What is a date by no format does
 * not count: there is always somebody who writes "n/a".
 */
final class DateColumns {

    private final List<Seen> columns = new ArrayList<>();

    private static final class Seen {

        private @Nullable Set<DateFormat> formats;
        private @Nullable String example;

        void add(String cell) {
            if (formats != null && formats.isEmpty()) {
                return;
            }
            var possible = DateFormat.of(cell);
            if (possible.isEmpty()) {
                return;
            }
            if (formats == null) {
                formats = EnumSet.copyOf(possible);
                example = cell.strip();
            } else {
                formats.retainAll(possible);
            }
        }
    }

    DateColumns(int count) {
        for (int at = 0; at < count; at++) {
            columns.add(new Seen());
        }
    }

    void add(List<String> cells) {
        for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
            columns.get(at).add(cells.get(at));
        }
    }

    List<ImportColumn> columns(List<String> names) {
        var all = new ArrayList<ImportColumn>();
        for (int at = 0; at < names.size(); at++) {
            var seen = columns.get(at);
            all.add(new ImportColumn(names.get(at), seen.formats == null ? Set.of() : seen.formats, seen.example));
        }
        return all;
    }
}
