package clinic.daybreak.capture;

import java.time.Instant;

/**
 * By what a submission that is stored can be found again in its sender's list.
 *
 * @param externalId the sender's name for it, or one of ours
 * @param at when it was received
 * @param email as written; empty when there is none
 * @param phone as written; empty when there is none
 */
public record KnownSubmission(String externalId, Instant at, String email, String phone) {}
