package clinic.daybreak.lead;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wrote for a patient may be told.
 *
 * @param version of the lead, to be handed back with a change
 * @param authorization empty: nothing may be told
 * @param recordedBy who recorded it
 */
public record ContactRights(
        LeadId lead,
        long version,
        PersonDetails contact,
        PersonDetails patient,
        @Nullable Authorization authorization,
        @Nullable StaffMember recordedBy,
        LocationDetails location) {}
