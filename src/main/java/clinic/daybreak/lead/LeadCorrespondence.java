package clinic.daybreak.lead;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a mail about a lead needs to know: who is written to, and from which clinic. Nothing about health.
 *
 * @param firstName may be empty
 * @param email empty when there is no address that could be written to
 * @param neutralOnly whether nothing about the patient may be told, not even that they are known here: whoever is written
 *     to wrote for somebody else, and no authorization is recorded
 */
public record LeadCorrespondence(
        LeadId lead,
        String firstName,
        @Nullable String email,
        Language language,
        LocationDetails location,
        boolean neutralOnly) {}
