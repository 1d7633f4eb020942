package clinic.daybreak.staff;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which a colleague is not there; why is nobody's business.
 *
 * @param from the first day, in the zone of the location that asks
 * @param until the last day, inclusive
 */
public record Absence(UUID id, LocalDate from, LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
