package clinic.daybreak.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table as spreadsheets open it without asking: UTF-8 with its mark, commas, and nothing that runs. */
final class TableWriter implements AutoCloseable {

    private final CsvWriter writer;

    TableWriter(OutputStream output) throws IOException {
        output.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        writer = CsvWriter.builder().build(output, StandardCharsets.UTF_8);
    }

    void write(List<String> cells) {
        writer.writeRecord(cells.stream().map(FormulaGuard::guard).toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
