package clinic.daybreak.mailbox;

import clinic.daybreak.capture.SourceId;
import clinic.daybreak.location.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as administrators and managers see it, without its password.
 *
 * @param notifies name of the website whose notifications arrive here; empty for one to which people write
 * @param lastCheckedAt empty when it was not looked into yet
 * @param problem what went wrong at the last look, in words; empty when all is well
 * @param seen notifications of the last seven days whose message arrived by the website itself
 * @param missing those whose message did not
 */
public record MailboxDetails(
        SourceId id,
        String name,
        MailboxSettings settings,
        @Nullable LocationId location,
        String notifies,
        @Nullable Instant lastCheckedAt,
        String problem,
        int seen,
        int missing) {}
