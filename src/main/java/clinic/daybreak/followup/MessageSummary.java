package clinic.daybreak.followup;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.location.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a row of the outbox.
 *
 * @param lead empty when it is about Daybreak itself
 */
public record MessageSummary(
        MessageId id,
        @Nullable LeadId lead,
        LocationId location,
        MailTemplate template,
        String recipient,
        String subject,
        MessageState state,
        @Nullable String reason,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        int tries) {}
