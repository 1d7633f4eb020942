package clinic.daybreak.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final OpeningHours BAKERSFIELD = LocationFixtures.weekdaysNineToFive("America/Los_Angeles");
    private static final OpeningHours PHOENIX = LocationFixtures.weekdaysNineToFive("America/Phoenix");

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T10:00, PT1H, 2026-06-15T11:00", // within Monday
        "2026-06-15T16:30, PT1H, 2026-06-16T09:30", // over a night
        "2026-06-15T06:00, PT1H, 2026-06-15T10:00", // before opening
        "2026-06-15T17:00, PT1H, 2026-06-16T10:00", // at closing
        "2026-06-19T16:30, PT1H, 2026-06-22T09:30", // over a weekend
        "2026-06-20T12:00, PT1H, 2026-06-22T10:00", // on Saturday
        "2026-06-15T09:00, PT8H, 2026-06-15T17:00", // the whole day ends at closing
        "2026-06-15T09:00, PT40H, 2026-06-19T17:00", // the whole week
        "2026-06-20T12:00, PT0S, 2026-06-22T09:00" // no time at all: the next opening
    })
    void business_time_passes_only_while_open(String from, Duration business, String expected) {
        assertThat(BAKERSFIELD.after(at(BAKERSFIELD, from), business)).isEqualTo(at(BAKERSFIELD, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T10:00, 2026-06-15T11:00, PT1H",
        "2026-06-15T16:00, 2026-06-16T10:00, PT2H",
        "2026-06-19T16:00, 2026-06-22T10:00, PT2H",
        "2026-06-20T00:00, 2026-06-21T23:59, PT0S",
        "2026-06-15T00:00, 2026-06-22T00:00, PT40H",
        "2026-06-15T11:00, 2026-06-15T10:00, PT0S"
    })
    void nights_and_weekends_do_not_count(String from, String to, Duration expected) {
        assertThat(BAKERSFIELD.between(at(BAKERSFIELD, from), at(BAKERSFIELD, to)))
                .isEqualTo(expected);
    }

    @Test
    void a_closed_day_is_passed_over() {
        var closed = new OpeningHours(BAKERSFIELD.zone(), BAKERSFIELD.week(), Set.of(LocalDate.parse("2026-11-26")));

        assertThat(closed.after(at(closed, "2026-11-25T16:30"), Duration.ofHours(1)))
                .isEqualTo(at(closed, "2026-11-27T09:30"));
        assertThat(closed.isOpen(at(closed, "2026-11-26T12:00"))).isFalse();
        assertThat(closed.between(at(closed, "2026-11-25T16:00"), at(closed, "2026-11-27T10:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void opening_counts_and_closing_does_not() {
        assertThat(BAKERSFIELD.isOpen(at(BAKERSFIELD, "2026-06-15T09:00"))).isTrue();
        assertThat(BAKERSFIELD.isOpen(at(BAKERSFIELD, "2026-06-15T08:59:59"))).isFalse();
        assertThat(BAKERSFIELD.isOpen(at(BAKERSFIELD, "2026-06-15T17:00"))).isFalse();
        assertThat(BAKERSFIELD.isOpen(at(BAKERSFIELD, "2026-06-14T12:00"))).isFalse();
    }

    @Test
    void nine_o_clock_is_another_instant_after_the_clocks_changed_in_california_and_the_same_in_arizona() {
        assertThat(BAKERSFIELD.after(Instant.parse("2026-03-07T12:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-03-09T16:00:00Z");
        assertThat(BAKERSFIELD.after(Instant.parse("2026-03-06T17:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-03-06T17:00:00Z");
        assertThat(PHOENIX.after(Instant.parse("2026-03-07T12:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-03-09T16:00:00Z");
        assertThat(PHOENIX.after(Instant.parse("2026-02-28T12:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-03-02T16:00:00Z");
        assertThat(BAKERSFIELD.after(Instant.parse("2026-10-31T12:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-11-02T17:00:00Z");
        assertThat(PHOENIX.after(Instant.parse("2026-10-31T12:00:00Z"), Duration.ZERO))
                .isEqualTo("2026-11-02T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2026-03-08, PT23H",
        "America/Los_Angeles, 2026-11-01, PT25H",
        "America/Phoenix, 2026-03-08, PT24H",
        "America/Phoenix, 2026-11-01, PT24H"
    })
    void a_day_that_is_open_all_day_has_the_hours_that_it_really_has(ZoneId zone, LocalDate day, Duration expected) {
        var always = LocationFixtures.alwaysOpen(zone.getId());

        // the last second before midnight is not part of the hours
        assertThat(always.between(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant()))
                .isEqualTo(expected.minusSeconds(1));
    }

    @Test
    void where_nothing_is_ever_open_time_simply_passes() {
        var never = new OpeningHours(ZoneId.of("UTC"), Map.of(), Set.of());
        var from = Instant.parse("2026-06-15T10:00:00Z");

        assertThat(never.after(from, Duration.ofHours(1))).isEqualTo("2026-06-15T11:00:00Z");
        assertThat(never.between(from, from.plus(Duration.ofDays(3)))).isZero();
    }

    @Property(tries = 2_000)
    void between_undoes_after(
            @ForAll("hours") OpeningHours hours,
            @ForAll @LongRange(min = 1_767_225_600L, max = 1_830_297_600L) long epochSecond,
            @ForAll @IntRange(max = 14_400) int minutes) {
        var from = Instant.ofEpochSecond(epochSecond);
        var business = Duration.ofMinutes(minutes);

        var to = hours.after(from, business);

        assertThat(to).isAfterOrEqualTo(from);
        assertThat(hours.between(from, to)).isEqualTo(business);
    }

    @Provide
    Arbitrary<OpeningHours> hours() {
        return Arbitraries.of(
                        "America/Los_Angeles",
                        "America/Phoenix",
                        "America/Denver",
                        "America/New_York",
                        "Asia/Kolkata",
                        "UTC")
                .flatMap(zone -> Arbitraries.of(
                        LocationFixtures.weekdaysNineToFive(zone),
                        LocationFixtures.alwaysOpen(zone),
                        // opens in the hour that is missing in March and comes twice in November
                        new OpeningHours(
                                ZoneId.of(zone),
                                Map.of(
                                        DayOfWeek.SUNDAY,
                                        new OpeningHours.Hours(LocalTime.of(1, 30), LocalTime.of(2, 45)),
                                        DayOfWeek.WEDNESDAY,
                                        new OpeningHours.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                                Set.of(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-12-25")))));
    }

    private static Instant at(OpeningHours hours, String local) {
        return LocalDateTime.parse(local).atZone(hours.zone()).toInstant();
    }
}
