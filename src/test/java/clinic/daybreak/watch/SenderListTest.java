package clinic.daybreak.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFName,E-mail\nAnn O'Dell,a@example.com\n",
                "Name;E-mail\r\nAnn O'Dell;a@example.com\r\n\r\n",
                "Name\tE-mail\nAnn O'Dell\ta@example.com",
                "\"Name\",\"E-mail\"\n\"Ann O'Dell\",\"a@example.com\"\n,\n"
            })
    void rows_are_read_by_the_names_of_their_columns_whatever_stands_between_them(String file) {
        assertThat(read(file)).isEqualTo(List.of(Map.of("Name", "Ann O'Dell", "E-mail", "a@example.com")));
    }

    @Test
    void what_excel_writes_is_read_too() {
        var file = "Name,E-mail\nSolène,s@example.com\n".getBytes(Charset.forName("windows-1252"));
        assertThat(SenderList.read(file).getFirst()).containsEntry("Name", "Solène");
    }

    @Test
    void a_line_break_in_an_answer_is_no_new_row_and_columns_of_one_name_stay_apart() {
        assertThat(read("Note,Note,\n\"two\nlines\",b,c\n"))
                .containsExactly(Map.of("Note", "two\nlines", "Note (2)", "b", "Column 3", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"only one column\nx\n", "Ann,a@example.com\nBo,b@example.com\n"})
    void without_the_names_of_its_columns_it_is_refused_in_words(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("names of 2 to 180 columns");
    }

    @Test
    void an_empty_file_lists_nothing() {
        assertThat(read("")).isEmpty();
    }

    private static List<Map<String, String>> read(String file) {
        return SenderList.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
