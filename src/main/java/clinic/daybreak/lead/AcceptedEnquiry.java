package clinic.daybreak.lead;

import clinic.daybreak.person.PersonId;

/**
 * What an enquiry became.
 *
 * @param isNew whether a lead was opened for it; otherwise it joined an open one
 * @param writer who wrote
 */
public record AcceptedEnquiry(LeadId lead, boolean isNew, PersonId writer) {}
