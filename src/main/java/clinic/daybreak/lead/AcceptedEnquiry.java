package clinic.daybreak.lead;

import clinic.daybreak.person.MatchedPerson;

/**
 * What an enquiry became.
 *
 * @param isNew whether a lead was opened for it; otherwise it joined an open one
 * @param writer who wrote, and whether they were known
 */
public record AcceptedEnquiry(LeadId lead, boolean isNew, MatchedPerson writer) {}
