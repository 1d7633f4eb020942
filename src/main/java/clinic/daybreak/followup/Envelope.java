package clinic.daybreak.followup;

import java.time.Instant;

/** A claimed message without its body, as it leaves the transaction that claimed it. */
record Envelope(
        MessageId id, MailTemplate template, String messageId, String recipient, String subject, Instant createdAt) {}
