package clinic.daybreak.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as a panel shows it.
 *
 * @param assignee the full name of who does it
 * @param doneAt when it was done; empty while it is open
 * @param version to be given back with what is done to it
 */
public record TaskSummary(
        TaskId id,
        String title,
        @Nullable Instant dueAt,
        String assignee,
        @Nullable Instant doneAt,
        long version) {}
