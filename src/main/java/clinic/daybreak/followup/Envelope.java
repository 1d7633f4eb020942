package clinic.daybreak.followup;

import clinic.daybreak.lead.LeadId;
import java.time.Instant;

/** A claimed message without its body, as it leaves the transaction that claimed it. */
record Envelope(
        MessageId id,
        LeadId lead,
        MailTemplate template,
        String messageId,
        String recipient,
        String subject,
        Instant createdAt) {}
