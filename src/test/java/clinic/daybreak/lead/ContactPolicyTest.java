package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.OpeningHours;
import java.time.Instant;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPolicyTest {

    private static final OpeningHours HOURS = LocationFixtures.weekdaysNineToFive("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T10:00, 2026-06-15T11:00",
        "2026-06-15T16:30, 2026-06-16T09:30",
        "2026-06-19T22:00, 2026-06-22T10:00"
    })
    void the_first_answer_is_due_within_an_hour_of_business_time(String received, String due) {
        assertThat(ContactPolicy.responseDue(at(received), HOURS)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-06-15T10:00, 2026-06-15T15:30", // Monday morning: the afternoon of the same day
        "1, 2026-06-15T14:00, 2026-06-16T09:30", // Monday afternoon: the next morning
        "2, 2026-06-15T15:30, 2026-06-16T09:30",
        "3, 2026-06-16T09:30, 2026-06-18T15:30",
        "4, 2026-06-15T15:30, 2026-06-18T09:30",
        "5, 2026-06-15T09:30, 2026-06-19T15:30",
        "6, 2026-06-15T15:30, 2026-06-19T09:30",
        "40, 2026-06-15T15:30, 2026-06-19T09:30",
        "2, 2026-06-19T10:00, 2026-06-22T09:00" // Saturday is closed: when it opens on Monday
    })
    void the_next_try_is_in_the_other_half_of_a_later_day(int attempts, String last, String next) {
        assertThat(ContactPolicy.nextTry(attempts, at(last), HOURS)).isEqualTo(at(next));
    }

    @Property(tries = 2_000)
    void no_try_is_ever_planned_outside_opening_hours_or_in_the_past(
            @ForAll @IntRange(min = 1, max = 12) int attempts,
            @ForAll @LongRange(min = 1_767_225_600L, max = 1_830_297_600L) long epochSecond) {
        var last = Instant.ofEpochSecond(epochSecond);

        var next = ContactPolicy.nextTry(attempts, last, HOURS);

        assertThat(HOURS.isOpen(next)).isTrue();
        assertThat(next).isAfter(last);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HOURS.zone()).toInstant();
    }
}
