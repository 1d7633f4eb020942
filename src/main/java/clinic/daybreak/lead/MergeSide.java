package clinic.daybreak.lead;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * One of two leads on the merge screen.
 *
 * @param person the one of whom it is asked whether they are the same: the patient, or whoever wrote
 * @param contact who wrote for the patient; empty when they wrote themselves
 */
public record MergeSide(
        LeadFacts facts,
        PersonDetails person,
        @Nullable PersonDetails contact,
        LocationDetails location,
        @Nullable StaffMember owner) {}
