package clinic.daybreak.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What stands between the cells of a row. */
enum Delimiter {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    TAB('\t', "tab"),
    PIPE('|', "vertical bar");

    private static final int ROWS = 50;

    private final char character;
    private final String label;

    Delimiter(char character, String label) {
        this.character = character;
        this.label = label;
    }

    char character() {
        return character;
    }

    String label() {
        return label;
    }

    /**
     * The one by which the first rows have the same number of cells, quotes respected; of several the one with more cells.
     *
     * @param head the first characters of the file
     * @param isCut whether the file goes on after them
     * @throws UnreadableFileException when by none of them there is more than one column
     */
    static Delimiter of(String head, boolean isCut) {
        return Arrays.stream(values())
                .map(delimiter -> new Candidate(delimiter, counts(head, isCut, delimiter)))
                .filter(candidate -> candidate.columns() > 1)
                .max(Comparator.comparingDouble(Candidate::consistency).thenComparingInt(Candidate::columns))
                .orElseThrow(
                        () -> new UnreadableFileException(
                                "Daybreak could not find the delimiter: by comma, semicolon, tab and vertical bar alike there is only"
                                        + " one column. Export the list again with all its columns, or look whether it is a CSV file."))
                .delimiter();
    }

    private static List<Integer> counts(String head, boolean isCut, Delimiter delimiter) {
        var counts = new ArrayList<Integer>();
        try (var reader = TableFile.csv(new StringReader(head), delimiter)) {
            for (var row : reader) {
                if (counts.size() == ROWS) {
                    return counts;
                }
                if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    counts.add(row.getFieldCount());
                }
            }
        } catch (CsvParseException e) {
            return counts; // a quote that is no quote by this delimiter
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isCut && counts.size() > 1) {
            counts.removeLast();
        }
        return counts;
    }

    private record Candidate(Delimiter delimiter, List<Integer> counts) {

        int columns() {
            return counts.isEmpty() ? 0 : counts.getFirst();
        }

        double consistency() {
            return (double) counts.stream().filter(count -> count == columns()).count() / counts.size();
        }
    }
}
