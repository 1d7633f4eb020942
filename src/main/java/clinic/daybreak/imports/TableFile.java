package clinic.daybreak.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a table of text row by row, whoever wrote it; of the whole file only one row is in memory. */
final class TableFile implements AutoCloseable {

    private static final int HEAD = 64 * 1024;
    private static final int PHONE_DIGITS = 10;
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern NUMBER = Pattern.compile("[+(\\d][\\d\\s().+-]+");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Delimiter delimiter;
    private final List<String> columns;
    private int number;

    /**
     * A row of the file.
     *
     * @param number as a spreadsheet counts: the header is 1, empty rows count
     * @param cells may be fewer or more than there are columns
     */
    record Row(int number, List<String> cells) {}

    private TableFile(Reader text) throws IOException {
        delimiter = delimiter(text);
        reader = csv(text, delimiter);
        records = reader.iterator();
        columns = header();
    }

    /** @throws UnreadableFileException when it is no table, or has no header */
    static TableFile open(SealedUpload upload) throws IOException {
        return open(new InputStreamReader(upload.open(), upload.encoding().charset()));
    }

    static TableFile open(Reader text) throws IOException {
        var reader = new BufferedReader(text, HEAD);
        skipMark(reader);
        return new TableFile(reader);
    }

    private static void skipMark(Reader text) throws IOException {
        do {
            text.mark(1);
        } while (text.read() == '\uFEFF');
        text.reset();
    }

    private static Delimiter delimiter(Reader text) throws IOException {
        text.mark(HEAD);
        var head = new char[HEAD];
        int length = 0;
        for (int read = 0; read >= 0 && length < HEAD; length += Math.max(0, read)) {
            read = text.read(head, length, HEAD - length);
        }
        text.reset();
        return Delimiter.of(new String(head, 0, length), length == HEAD);
    }

    static CsvReader<CsvRecord> csv(Reader text, Delimiter delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(2 * ImportLimits.MAX_CELL)
                .ofCsvRecord(text);
    }

    Delimiter delimiter() {
        return delimiter;
    }

    /** Each with a name of its own. */
    List<String> columns() {
        return columns;
    }

    private List<String> header() {
        var cells = nextFull()
                .orElseThrow(() -> new UnreadableFileException(
                        "The file has no rows. Export the list again, then choose the new file."))
                .cells();
        if (cells.size() > ImportLimits.MAX_COLUMNS) {
            throw new UnreadableFileException("The file has " + cells.size() + " columns, more than the "
                    + ImportLimits.MAX_COLUMNS + " that Daybreak reads. Leave out what is not needed.");
        }
        if (cells.stream().anyMatch(TableFile::isOfSomebody)) {
            throw new UnreadableFileException(
                    "The first row looks like a person and not like names of columns. Put a row"
                            + " with the names of the columns on top, then choose the file again.");
        }
        var names = new LinkedHashSet<String>();
        for (int at = 0; at < cells.size(); at++) {
            names.add(free(cells.get(at).strip(), at + 1, names));
        }
        return List.copyOf(names);
    }

    private static boolean isOfSomebody(String cell) {
        var text = cell.strip();
        return EMAIL.matcher(text).matches()
                || (NUMBER.matcher(text).matches() && text.replaceAll("\\D", "").length() >= PHONE_DIGITS);
    }

    private static String free(String wanted, int position, LinkedHashSet<String> taken) {
        var name = wanted.isEmpty() ? "Column " + position : wanted;
        var free = name;
        for (int count = 2; taken.contains(free); count++) {
            free = name + " (" + count + ")";
        }
        return free;
    }

    /** The next row in which anything stands; empty at the end. */
    Optional<Row> next() {
        return nextFull();
    }

    private Optional<Row> nextFull() {
        try {
            while (records.hasNext()) {
                var cells = clean(records.next().getFields());
                number++;
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return Optional.of(new Row(number, cells));
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw new UnreadableFileException(
                    "Row " + (number + 1) + " cannot be read: a cell is longer than 64 KiB, or a"
                            + " quotation mark is opened and never closed. Correct the row, then choose the file again.");
        }
    }

    /** Zero characters mean nothing in a text and cannot be stored. */
    private List<String> clean(List<String> cells) {
        var clean = new ArrayList<String>(cells.size());
        for (var cell : cells) {
            var text = FormulaGuard.unguard(cell.indexOf('\0') < 0 ? cell : cell.replace("\0", ""));
            if (text.length() > ImportLimits.MAX_CELL) {
                throw new UnreadableFileException("A cell in row " + (number + 1)
                        + " is longer than 64 KiB. Shorten it, then choose the file again.");
            }
            clean.add(text);
        }
        return clean;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
