package clinic.daybreak.lead;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of the lead page but other features' panels.
 *
 * @param patient the person the lead is about
 * @param contact who wrote for them; empty when they wrote themselves
 * @param timeline newest first, at most {@link LeadService#TIMELINE_LIMIT} entries
 */
public record LeadDetails(
        LeadFacts facts,
        PersonDetails patient,
        @Nullable PersonDetails contact,
        LocationDetails location,
        @Nullable StaffMember owner,
        List<TimelineItem> timeline) {

    public PersonDetails correspondent() {
        return contact == null ? patient : contact;
    }
}
