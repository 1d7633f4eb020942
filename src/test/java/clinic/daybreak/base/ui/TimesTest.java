package clinic.daybreak.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

    @ParameterizedTest
    @CsvSource({
        "PT10S, 1 min ago",
        "PT59M59S, 59 min ago",
        "PT60M, 1 h ago",
        "PT47H, 1 day ago",
        "PT48H, 2 days ago",
        "P6DT23H, 6 days ago",
        "P7D, Nov 18",
        "PT-5M, in 5 min",
        "P-8D, Dec 3"
    })
    void moments_are_told_in_one_unit_rounded_down_and_as_a_day_after_a_week(Duration ago, String words) {
        assertThat(Times.relativeText(NOW.minus(ago), NOW, PHOENIX)).isEqualTo(words);
    }

    @Test
    void the_exact_time_names_the_zone_of_the_location() {
        assertThat(Times.exact(NOW, PHOENIX)).isEqualTo("Wed, Nov 25, 2026, 11:00 AM MST");
        assertThat(Times.exact(NOW, ZoneId.of("America/Los_Angeles"))).isEqualTo("Wed, Nov 25, 2026, 10:00 AM PST");
    }
}
