package clinic.daybreak.lead;

/**
 * What an enquiry became.
 *
 * @param isNew whether a lead was opened for it; otherwise it joined an open one
 */
public record AcceptedEnquiry(LeadId lead, boolean isNew) {}
