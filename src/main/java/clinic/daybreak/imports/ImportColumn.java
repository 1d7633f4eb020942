package clinic.daybreak.imports;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param name as in the file; of several with one name each but the first has a number
 * @param formats by which all of its dates can be read; empty when there are no dates in it, or when they are written in
 *     several ways
 * @param example one of its dates, for staff who choose the format
 */
public record ImportColumn(
        String name, Set<DateFormat> formats, @Nullable String example) {

    public ImportColumn {
        formats = Set.copyOf(formats);
    }
}
