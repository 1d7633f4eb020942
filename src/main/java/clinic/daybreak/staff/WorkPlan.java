package clinic.daybreak.staff;

import clinic.daybreak.location.OpeningHours.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a colleague works and what for.
 *
 * @param languages beside English, two letters each, lower case
 * @param week working hours in the wall time of the location; empty: whenever the location is open
 * @param absences in the order of time; none that is over
 * @param maxOpen so many open leads are enough; empty: no limit
 */
public record WorkPlan(
        Set<String> languages,
        Map<DayOfWeek, Hours> week,
        List<Absence> absences,
        @Nullable Integer maxOpen) {

    public static final WorkPlan NONE = new WorkPlan(Set.of(), Map.of(), List.of(), null);

    public WorkPlan {
        languages = Set.copyOf(languages);
        week = Map.copyOf(week);
        absences = List.copyOf(absences);
    }

    /** @param at a moment at which the location is open */
    public Availability at(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        if (absence(local.toLocalDate()).isPresent()) {
            return Availability.ABSENT;
        }
        if (week.isEmpty()) {
            return Availability.PRESENT;
        }
        var hours = week.get(local.getDayOfWeek());
        if (hours == null || !local.toLocalTime().isBefore(hours.closes())) {
            return Availability.OFF;
        }
        return local.toLocalTime().isBefore(hours.opens()) ? Availability.LATER_TODAY : Availability.PRESENT;
    }

    public Optional<Absence> absence(LocalDate day) {
        return absences.stream().filter(absence -> absence.covers(day)).findFirst();
    }
}
