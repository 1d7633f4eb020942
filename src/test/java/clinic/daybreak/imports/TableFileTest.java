package clinic.daybreak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private record Table(TextEncoding encoding, Delimiter delimiter, List<String> columns, List<TableFile.Row> rows) {

        List<List<String>> cells() {
            return rows.stream().map(TableFile.Row::cells).toList();
        }
    }

    private Table read(byte[] bytes) throws IOException {
        return read(bytes, folder);
    }

    private static Table read(byte[] bytes, Path folder) throws IOException {
        try (var upload = new SealedUpload(new ByteArrayInputStream(bytes), folder);
                var file = TableFile.open(upload)) {
            var rows = new ArrayList<TableFile.Row>();
            for (var row = file.next(); row.isPresent(); row = file.next()) {
                rows.add(row.get());
            }
            return new Table(upload.encoding(), file.delimiter(), file.columns(), rows);
        }
    }

    private Table read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        return (mark + text).getBytes(charset);
    }

    @Test
    void every_encoding_is_told_by_its_bytes_and_the_first_name_of_a_column_is_clean() throws IOException {
        var text = "Prénom;E-mail\r\nRenée;renée@example.com\r\n";
        for (var each : List.of(
                new Object[] {bytes("", text, StandardCharsets.UTF_8), TextEncoding.UTF_8},
                new Object[] {bytes("\uFEFF", text, StandardCharsets.UTF_8), TextEncoding.UTF_8},
                new Object[] {bytes("\uFEFF", text, StandardCharsets.UTF_16LE), TextEncoding.UTF_16_LE},
                new Object[] {bytes("\uFEFF", text, StandardCharsets.UTF_16BE), TextEncoding.UTF_16_BE},
                new Object[] {bytes("", text, StandardCharsets.UTF_16LE), TextEncoding.UTF_16_LE},
                new Object[] {bytes("", text, StandardCharsets.UTF_16BE), TextEncoding.UTF_16_BE},
                new Object[] {bytes("", text, WINDOWS), TextEncoding.WINDOWS_1252})) {
            var table = read((byte[]) each[0]);

            assertThat(table.encoding()).isEqualTo(each[1]);
            assertThat(table.columns()).containsExactly("Prénom", "E-mail");
            assertThat(table.cells()).containsExactly(List.of("Renée", "renée@example.com"));
        }
    }

    @Test
    void a_character_that_is_not_utf_8_late_in_a_large_file_is_seen() throws IOException {
        var text = "a;b\n" + "x;y\n".repeat(100_000) + "é;z\n";

        assertThat(read(text.getBytes(WINDOWS)).encoding()).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(read(text.getBytes(WINDOWS)).cells().getLast()).containsExactly("é", "z");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "COMMA~name,note|Ann,\"one; two; three\"|Bo,\"x; y\"",
                "SEMICOLON~name;amount|Ann;1,50|Bo;2,75",
                "PIPE~name^note|Ann^a,b|Bo^c,d",
                "COMMA~\"Last, First\",email|\"O'Neil, Sam\",x|\"Lee, Bo\",y"
            })
    void the_delimiter_is_the_one_by_which_rows_agree(Delimiter expected, String lines) throws IOException {
        assertThat(read(lines.replace('|', '\n').replace('^', '|')).delimiter()).isEqualTo(expected);
    }

    @Test
    void tabs_of_a_meta_export_are_found() throws IOException {
        assertThat(read("id\tfull_name\nl:1\tDee; Cruz, MD\n").delimiter()).isEqualTo(Delimiter.TAB);
    }

    @Test
    void quoted_line_breaks_doubled_quotes_and_empty_lines_are_read_as_a_spreadsheet_does() throws IOException {
        var table = read("name,note\n\nAnn,\"line one\nline \"\"two\"\"\"\n,\nBo,x\n");

        assertThat(table.rows())
                .containsExactly(
                        new TableFile.Row(3, List.of("Ann", "line one\nline \"two\"")),
                        new TableFile.Row(5, List.of("Bo", "x")));
    }

    @Test
    void ragged_rows_trailing_delimiters_and_zero_characters_do_no_harm() throws IOException {
        var table = read("name,email,\nAnn\nBo,bo@example.com,,\nC\0y,c@example.com\n");

        assertThat(table.columns()).containsExactly("name", "email", "Column 3");
        assertThat(table.cells())
                .containsExactly(
                        List.of("Ann"), List.of("Bo", "bo@example.com", "", ""), List.of("Cy", "c@example.com"));
    }

    @Test
    void columns_of_one_name_are_told_apart() throws IOException {
        assertThat(read("Email,Email,Email\na,b,c\n").columns()).containsExactly("Email", "Email (2)", "Email (3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words\nand more words\n", "name\nAnn\n"})
    void one_column_means_that_the_delimiter_was_not_found(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("could not find the delimiter");
    }

    @Test
    void what_is_no_table_is_refused_in_words() {
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("The file is empty");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0})).hasMessageContaining("Excel workbook");
        assertThatThrownBy(() -> read("%PDF-1.7 a,b\n")).hasMessageContaining("PDF");
        assertThatThrownBy(() -> read(new byte[500])).hasMessageContaining("not a text file");
        assertThatThrownBy(() -> read("Ann,ann@example.com\nBo,bo@example.com\n"))
                .hasMessageContaining("looks like a person");
        assertThatThrownBy(() -> read("a,b\n" + "x".repeat(70_000) + ",y\n")).hasMessageContaining("64 KiB");
        assertThatThrownBy(() -> read("a,b\n1,2\n\"" + "x\n".repeat(200_000))).hasMessageContaining("never closed");
        assertThatThrownBy(() -> read("c,".repeat(300) + "\n")).hasMessageContaining("200");
    }

    @Test
    void nothing_is_left_of_an_upload_and_nothing_of_it_was_readable_meanwhile() throws IOException {
        var secret = "name,note\nAnn,nobody may read this\n";
        try (var upload = new SealedUpload(new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8)), folder)) {
            try (var files = Files.list(folder)) {
                assertThat(files.toList())
                        .singleElement()
                        .satisfies(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                                .doesNotContain("nobody"));
            }
            assertThat(new String(upload.open().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(secret);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Property(tries = 300)
    void whatever_is_written_is_read_back_as_it_was(@ForAll("tables") List<List<String>> rows) throws IOException {
        var folder = Files.createDirectories(Path.of("target/test-data/table-files"));
        var output = new ByteArrayOutputStream();
        try (var writer = new TableWriter(output)) {
            writer.write(List.of("one", "two", "three"));
            rows.forEach(writer::write);
        }

        var table = read(output.toByteArray(), folder);

        assertThat(table.encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(table.columns()).containsExactly("one", "two", "three");
        assertThat(table.cells()).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var nasty = Arbitraries.of(
                "",
                "'",
                "''",
                "=1+1",
                "'=1+1",
                "''@x",
                "+13035550100",
                "-",
                "@",
                "\t",
                "\r\n",
                "\"",
                "a,b",
                "a;b;c",
                "x|y",
                "😀 Núñez",
                "王伟",
                "O'Neil",
                " padded ",
                "\uFF1Dx",
                "null");
        var any = Arbitraries.strings()
                .withChars("abc ,;|\t\r\n\"'=+-@é€😀"
                        .codePoints()
                        .filter(Character::isBmpCodePoint)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .toCharArray())
                .ofMaxLength(12);
        Arbitrary<String> cell = Arbitraries.oneOf(nasty, any);
        return cell.list()
                .ofSize(3)
                // a row in which nothing stands is no row
                .filter(row -> row.stream().anyMatch(each -> !each.isBlank()))
                .list()
                .ofMaxSize(20);
    }
}
