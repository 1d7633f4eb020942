package clinic.daybreak.demo;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;

import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.location.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** When the clinics of the demo are open, and business time counted backwards, which only the demo needs. */
final class DemoHours {

    private DemoHours() {}

    static OpeningHours weekdays(ZoneId zone, Instant now) {
        return new OpeningHours(zone, week(), closures(zone, now));
    }

    static OpeningHours withSaturday(ZoneId zone, Instant now) {
        var week = week();
        week.put(SATURDAY, new Hours(LocalTime.of(9, 0), LocalTime.of(13, 0)));
        return new OpeningHours(zone, week, closures(zone, now));
    }

    private static Map<DayOfWeek, Hours> week() {
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (int day = MONDAY.getValue(); day <= FRIDAY.getValue(); day++) {
            week.put(DayOfWeek.of(day), new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        }
        return week;
    }

    private static Set<LocalDate> closures(ZoneId zone, Instant now) {
        int thisYear = now.atZone(zone).getYear();
        var closed = new HashSet<LocalDate>();
        for (int year = thisYear - 1; year <= thisYear + 1; year++) {
            closed.add(LocalDate.of(year, Month.JANUARY, 1));
            closed.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(MONDAY)));
            closed.add(LocalDate.of(year, Month.JULY, 4));
            closed.add(LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.firstInMonth(MONDAY)));
            closed.add(LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, THURSDAY)));
            closed.add(LocalDate.of(year, Month.DECEMBER, 25));
        }
        return closed;
    }

    /** The latest moment of work with so much business time from it to {@code to}. */
    static Instant before(OpeningHours hours, Instant to, Duration business) {
        var from = to;
        while (hours.between(from, to).compareTo(business) < 0) {
            from = from.minus(Duration.ofHours(1));
        }
        return hours.after(from, hours.between(from, to).minus(business));
    }
}
