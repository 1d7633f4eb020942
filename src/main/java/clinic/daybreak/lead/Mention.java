package clinic.daybreak.lead;

import java.time.Instant;

/**
 * A note that a colleague wrote for one to see.
 *
 * @param by the full name of the colleague
 */
public record Mention(LeadId lead, String by, Instant at) {}
