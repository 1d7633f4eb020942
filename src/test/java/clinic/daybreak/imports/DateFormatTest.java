package clinic.daybreak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {

    private static final ZoneId BAKERSFIELD = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO|2026-11-24T19:00:00-07:00|2026-11-25T02:00:00Z",
                "ISO|2026-11-24T19:00:00Z|2026-11-24T19:00:00Z",
                "ISO|2026-11-24T19:00:00.123Z|2026-11-24T19:00:00.123Z",
                "ISO|2026-11-24 19:00|2026-11-25T03:00:00Z",
                "ISO|2026-07-01|2026-07-01T07:00:00Z",
                "MONTH_FIRST|11/24/2026 7:05 PM|2026-11-25T03:05:00Z",
                "MONTH_FIRST|11/24/2026, 07:05:09 pm|2026-11-25T03:05:09Z",
                "DAY_FIRST|24/11/2026 19:05|2026-11-25T03:05:00Z",
                "DAY_FIRST_DOTS|3.4.2026|2026-04-03T07:00:00Z",
                "MONTH_NAME|April 3, 2026 9:00 am|2026-04-03T16:00:00Z",
                "MONTH_NAME|Apr 3, 2026|2026-04-03T07:00:00Z",
                "DAY_MONTH_NAME|3 April 2026|2026-04-03T07:00:00Z",
                "MONTH_FIRST_SHORT|4/3/26|2026-04-03T07:00:00Z"
            })
    void what_other_systems_write_is_read(DateFormat format, String text, Instant expected) {
        assertThat(format.parse(text).orElseThrow().instant(BAKERSFIELD)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "02/30/2026", "13/13/2026", "tomorrow", "2026", "4442", "+1 303 555 0100"})
    void what_is_no_date_is_a_date_by_no_format(String text) {
        assertThat(DateFormat.of(text)).isEmpty();
    }

    @Test
    void a_day_that_could_be_a_month_is_a_date_by_both_formats() {
        assertThat(DateFormat.of("03/04/2026")).contains(DateFormat.MONTH_FIRST, DateFormat.DAY_FIRST);
        assertThat(DateFormat.MONTH_FIRST.spoken("03/04/2026")).contains("4 March 2026");
        assertThat(DateFormat.DAY_FIRST.spoken("03/04/2026")).contains("3 April 2026");
    }

    @Test
    void one_date_that_fits_one_format_only_decides_for_the_column() {
        var column = new DateColumns(1);
        List.of("03/04/2026", "n/a", "", "24/04/2026", "05/06/2026").forEach(cell -> column.add(List.of(cell)));

        assertThat(column.columns(List.of("when")).getFirst().formats()).isEqualTo(Set.of(DateFormat.DAY_FIRST));
    }

    @Test
    void dates_in_several_spellings_are_offered_no_format() {
        var column = new DateColumns(1);
        List.of("03/24/2026", "24/03/2026").forEach(cell -> column.add(List.of(cell)));

        assertThat(column.columns(List.of("when")).getFirst().formats()).isEmpty();
        assertThat(column.columns(List.of("when")).getFirst().example()).isEqualTo("03/24/2026");
    }
}
