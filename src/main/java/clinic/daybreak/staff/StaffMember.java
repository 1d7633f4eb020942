package clinic.daybreak.staff;

import clinic.daybreak.location.LocationId;
import java.util.Set;

/**
 * A member of staff as others see them.
 *
 * @param locations the locations whose people they may see; for an administrator all
 */
public record StaffMember(
        StaffId id, String username, String fullName, String email, StaffRole role, Set<LocationId> locations) {

    public String firstName() {
        return fullName.split(" ")[0];
    }

    public boolean isAnyOf(StaffRole... roles) {
        return Set.of(roles).contains(role);
    }
}
