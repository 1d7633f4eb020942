package clinic.daybreak.staff;

import clinic.daybreak.location.LocationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about Daybreak itself needs a manager or an administrator. Nothing of people who wrote is in it, so that it
 * may go by mail.
 *
 * @param id of what is wrong; told again with the same moment it is the same alert
 * @param moment in minutes since 1970, tells a reminder from what was told before
 * @param what in one sentence, without names of people and of ways in
 * @param path of the screen where it can be looked at, with a slash at its beginning
 * @param location whose managers are told; empty for those of all
 */
public record StaffAlertRaised(
        UUID id,
        long moment,
        String what,
        String path,
        @Nullable LocationId location) {}
