package clinic.daybreak.lead;

import java.time.Instant;

/**
 * It is another's turn now, or nobody's. Only a sum in the making: what it was about is announced by the event of the verb, and
 * that one is on the record.
 *
 * @param party whose turn it was
 */
record WaitEnded(LeadId lead, WaitingFor party, Instant from, Instant until) {}
