package clinic.daybreak.location;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * When a location works, in the wall time of its zone, and the arithmetic of business time on it. Both directions agree:
 * {@code between(t, after(t, d))} is {@code d}. On days when the clocks change the day has the hours that it really has.
 *
 * @param week days that are missing are closed
 * @param closures holidays and other days without work
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, Hours> week, Set<LocalDate> closures) {

    /** Two years without an open day are a mistake in the settings, not a long wait. */
    private static final int MAX_DAYS = 730;

    /** From opening to closing, half open. */
    public record Hours(LocalTime opens, LocalTime closes) {}

    public OpeningHours {
        week = Map.copyOf(week);
        closures = Set.copyOf(closures);
    }

    public boolean isOpen(Instant at) {
        var interval = interval(at.atZone(zone).toLocalDate());
        return !at.isBefore(interval.from) && at.isBefore(interval.to);
    }

    /** The moment at which so much business time has passed since {@code from}; plain time where nothing is ever open. */
    public Instant after(Instant from, Duration business) {
        var left = business;
        var day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < MAX_DAYS; i++, day = day.plusDays(1)) {
            var open = interval(day).since(from);
            if (open.length().compareTo(left) >= 0 && !open.length().isZero()) {
                return open.from.plus(left);
            }
            left = left.minus(open.length());
        }
        return from.plus(business);
    }

    /** The business time from one moment to a later one. */
    public Duration between(Instant from, Instant to) {
        var total = Duration.ZERO;
        var last = to.atZone(zone).toLocalDate();
        var day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < MAX_DAYS && !day.isAfter(last); i++, day = day.plusDays(1)) {
            total = total.plus(interval(day).since(from).until(to).length());
        }
        return total;
    }

    private Interval interval(LocalDate day) {
        var hours = closures.contains(day) ? null : week.get(day.getDayOfWeek());
        if (hours == null) {
            var midnight = day.atStartOfDay(zone).toInstant();
            return new Interval(midnight, midnight);
        }
        return new Interval(
                day.atTime(hours.opens).atZone(zone).toInstant(),
                day.atTime(hours.closes).atZone(zone).toInstant());
    }

    private record Interval(Instant from, Instant to) {

        Duration length() {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }

        Interval since(Instant start) {
            return from.isBefore(start) ? new Interval(start, to) : this;
        }

        Interval until(Instant end) {
            return to.isAfter(end) ? new Interval(from, end) : this;
        }
    }
}
