package clinic.daybreak.location;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.staff.SystemWork;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** Clinics in the situations that tests need. */
public final class LocationFixtures {

    private LocationFixtures() {}

    public static OpeningHours weekdaysNineToFive(String zone) {
        return week(zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    /** But for the last second of each day. */
    public static OpeningHours alwaysOpen(String zone) {
        return week(zone, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
    }

    private static OpeningHours week(String zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        Map<DayOfWeek, OpeningHours.Hours> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, new OpeningHours.Hours(opens, closes)));
        return new OpeningHours(ZoneId.of(zone), week, Set.of());
    }

    /** A clinic in Bakersfield with a code and a name of its own. */
    public static LocationDetails opened(SystemWork system, LocationService locations) {
        var code = "c" + Uuid7.next().toString().replace("-", "").substring(0, 32);
        var id = system.run(() -> locations.open(new NewLocation(
                code,
                "Daybreak " + code.substring(6, 18),
                "US",
                "(661) 555-0100",
                "1 Chester Avenue, Bakersfield, CA",
                weekdaysNineToFive("America/Los_Angeles"))));
        // the list of clinics is kept for a few seconds, and another thread may just have read it
        return Awaitility.await()
                .until(
                        () -> locations.list().stream()
                                .filter(known -> known.id().equals(id))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }
}
