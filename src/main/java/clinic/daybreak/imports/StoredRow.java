package clinic.daybreak.imports;

import java.util.List;

/**
 * A row of a file as it lies in the database.
 *
 * @param number as a spreadsheet counts, the header being 1
 */
record StoredRow(int number, List<String> cells) {}
