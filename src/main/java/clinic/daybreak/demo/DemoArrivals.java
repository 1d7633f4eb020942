package clinic.daybreak.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** When people write: in the evening and at night, on Monday mornings, and a little more each month. */
final class DemoArrivals {

    private static final int DAYS = 120;

    /** The last hours are told one by one; see {@link DemoStories}. */
    private static final Duration UNTIL = Duration.ofMinutes(330);

    /** By hour of the day, from midnight on. */
    private static final double[] HOURS = {
        1.3, 1.0, 0.7, 0.5, 0.4, 0.4, 0.6, 0.9, 1.1, 1.0, 0.9, 0.9, 1.1, 0.9, 0.8, 0.8, 0.9, 1.0, 1.2, 1.5, 1.9, 2.2,
        2.1, 1.7
    };

    private DemoArrivals() {}

    /** So many moments in order of time. */
    static List<Instant> draw(int count, Instant now, ZoneId zone, Random random) {
        var hours = new ArrayList<Instant>();
        var last = now.minus(UNTIL).truncatedTo(ChronoUnit.HOURS);
        for (var hour = now.minus(Duration.ofDays(DAYS)).truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(last);
                hour = hour.plus(Duration.ofHours(1))) {
            hours.add(hour);
        }
        var sums = new double[hours.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weight(hours.get(i), zone) * (0.75 + 0.5 * i / sums.length);
            sums[i] = sum;
        }
        var moments = new ArrayList<Instant>();
        for (int i = 0; i < count; i++) {
            int found = Arrays.binarySearch(sums, random.nextDouble() * sum);
            var hour = hours.get(Math.min(found < 0 ? -found - 1 : found, sums.length - 1));
            moments.add(hour.plusSeconds(random.nextInt(3_600)));
        }
        moments.sort(null);
        return moments;
    }

    private static double weight(Instant hour, ZoneId zone) {
        var local = hour.atZone(zone);
        var day = local.getDayOfWeek();
        boolean isMondayMorning = day == DayOfWeek.MONDAY && local.getHour() >= 6 && local.getHour() < 12;
        double ofDay = day == DayOfWeek.SATURDAY || day == DayOfWeek.FRIDAY ? 0.8 : 1.0;
        return HOURS[local.getHour()] * ofDay * (isMondayMorning ? 1.9 : 1.0);
    }
}
