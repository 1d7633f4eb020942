package clinic.daybreak.staff;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.location.LocationId;
import java.util.Set;

/** What is needed to give somebody an account. The password is stored only as a hash. */
public record NewStaff(
        String username,
        String fullName,
        EmailAddress email,
        StaffRole role,
        Set<LocationId> locations,
        String password) {}
