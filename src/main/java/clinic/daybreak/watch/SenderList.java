package clinic.daybreak.watch;

import clinic.daybreak.base.RefusedException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the list of entries that a sender keeps, as its export gives it: CSV with the names of the columns on top. */
final class SenderList {

    static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 180;
    private static final String MARK = "\uFEFF";
    private static final char[] DELIMITERS = {',', ';', '\t'};

    private SenderList() {}

    /**
     * The rows that say anything, by the names of their columns in their order.
     *
     * @throws RefusedException when it is no such list
     */
    static List<Map<String, String>> read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new RefusedException("The list is larger than 20 MB. Export a shorter span of time.");
        }
        var text = text(file);
        var rows = new ArrayList<Map<String, String>>();
        try {
            List<String> columns = List.of();
            for (var record : CsvReader.builder()
                    .fieldSeparator(delimiter(text))
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text)) {
                if (columns.isEmpty()) {
                    columns = columns(record.getFields());
                } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row(columns, record.getFields()));
                }
                if (rows.size() > MAX_ROWS) {
                    throw new RefusedException("The list has more than 20,000 entries. Export a shorter span of time.");
                }
            }
        } catch (CsvParseException e) {
            throw new RefusedException("The list cannot be read as CSV. Export it again, and do not edit it.", e);
        }
        return rows;
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("windows-1252")); // what Excel writes in America
        }
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /** The one that stands most often in the first line. */
    private static char delimiter(String text) {
        int end = text.indexOf('\n');
        var head = end < 0 ? text : text.substring(0, end);
        char best = DELIMITERS[0];
        long most = -1;
        for (char each : DELIMITERS) {
            long count = head.chars().filter(character -> character == each).count();
            if (count > most) {
                best = each;
                most = count;
            }
        }
        return best;
    }

    private static List<String> columns(List<String> cells) {
        if (cells.size() < 2 || cells.size() > MAX_COLUMNS || cells.stream().anyMatch(cell -> cell.contains("@"))) {
            throw new RefusedException(
                    "The first row must hold the names of 2 to 180 columns. Export the list again with its columns.");
        }
        var names = new ArrayList<String>();
        for (var cell : cells) {
            var name = cell.isBlank() ? "Column " + (names.size() + 1) : cell.strip();
            names.add(names.contains(name) ? name + " (" + (names.size() + 1) + ")" : name);
        }
        return names;
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (int at = 0; at < Math.min(columns.size(), cells.size()); at++) {
            row.put(columns.get(at), cells.get(at).strip());
        }
        return row;
    }
}
