package clinic.daybreak.location;

import java.time.ZoneId;

/**
 * A clinic as others see it.
 *
 * @param code short, lower case, part of public addresses such as {@code /contact?location=phoenix}
 * @param region two-letter country for telephone numbers written without a country code
 */
public record LocationDetails(
        LocationId id, String code, String name, String region, String phone, String address, OpeningHours hours) {

    public ZoneId zone() {
        return hours.zone();
    }
}
