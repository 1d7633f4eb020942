package clinic.daybreak.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedRowTest {

    private static final ZoneId BAKERSFIELD = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Submitted At | 2026-06-15T10:00:00-07:00 | 2026-06-15T17:00:00Z",
                "Date Created | 2026-06-15 10:00:00 | 2026-06-15T17:00:00Z",
                "Entry Date | 6/15/2026 10:00 | 2026-06-15T17:00:00Z",
                "submit_date | 6/15/2026 10:00 AM | 2026-06-15T17:00:00Z",
                "created | 2026-06-15 | 2026-06-15T19:00:00Z",
                "date | yesterday |"
            })
    void the_time_is_understood_as_senders_write_it(String column, String written, Instant at) {
        assertThat(row(Map.of(column, written)).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"Entry ID", "Response-ID", "id", "#", "Lead ID"})
    void the_name_of_an_entry_is_found_in_its_column(String column) {
        assertThat(row(Map.of(column, " 453 ", "Name", "Ann")).entry().externalId())
                .isEqualTo("453");
    }

    @Test
    void without_a_name_the_same_row_has_the_same_one_and_another_row_another() {
        var one = row(Map.of("Name", "Ann")).entry().externalId();

        assertThat(row(Map.of("Name", "Ann")).entry().externalId()).isEqualTo(one);
        assertThat(row(Map.of("Name", "Bo")).entry().externalId()).isNotEqualTo(one);
    }

    private static ListedRow row(Map<String, String> cells) {
        return ListedRow.of(cells, Map.of(), BAKERSFIELD);
    }
}
