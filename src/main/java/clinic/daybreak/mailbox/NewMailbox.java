package clinic.daybreak.mailbox;

import clinic.daybreak.capture.SourceId;
import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open a mailbox.
 *
 * @param name of the way in, as staff see it
 * @param password kept encrypted, and never shown again
 * @param location where enquiries go that name no location
 * @param notifies the website whose notifications arrive here; empty for a mailbox to which people write
 */
public record NewMailbox(
        String name,
        MailboxSettings settings,
        String password,
        @Nullable LocationId location,
        @Nullable SourceId notifies) {}
