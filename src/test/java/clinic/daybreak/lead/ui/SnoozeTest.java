package clinic.daybreak.lead.ui;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.OpeningHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SnoozeTest {

    private static final OpeningHours HOURS = LocationFixtures.weekdaysNineToFive("America/Los_Angeles");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.US);

    @Test
    void on_a_monday_morning_there_are_four_moments_to_choose_from() {
        assertThat(at("2026-06-15T10:00"))
                .containsExactly(
                        "In 1 hour: Mon 15 11:00",
                        "This afternoon: Mon 15 15:00",
                        "Tomorrow morning: Tue 16 09:30",
                        "Next Monday: Mon 22 09:30");
    }

    @Test
    void late_in_the_day_there_is_no_afternoon_any_more() {
        assertThat(at("2026-06-15T15:30")).noneMatch(choice -> choice.startsWith("This afternoon"));
    }

    @Test
    void the_morning_after_a_friday_is_when_the_location_opens_next() {
        assertThat(at("2026-06-19T10:00")).contains("Tomorrow morning: Mon 22 09:00");
    }

    @Test
    void on_the_day_when_the_clocks_change_the_morning_is_still_half_past_nine() {
        assertThat(at("2026-03-06T10:00")).contains("Next Monday: Mon 9 09:30");
    }

    private static List<String> at(String local) {
        Instant now = LocalDateTime.parse(local).atZone(HOURS.zone()).toInstant();
        return Snooze.listAt(now, HOURS).stream()
                .map(choice -> choice.label() + ": " + LOCAL.format(choice.at().atZone(HOURS.zone())))
                .toList();
    }
}
