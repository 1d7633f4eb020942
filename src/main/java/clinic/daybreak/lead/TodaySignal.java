package clinic.daybreak.lead;

import java.time.Instant;

/**
 * What another feature knows that staff must do for a lead.
 *
 * @param reason in a few words, without health information, for example "Mail came back: confirm the address"
 * @param since when it came up
 */
public record TodaySignal(LeadId lead, String reason, Instant since) {}
