package clinic.daybreak.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a lead's history.
 *
 * @param actor full name of the member of staff; empty when Daybreak did it by itself
 * @param summary what happened, one line
 * @param reason why, for everything that Daybreak did by itself
 * @param body the words that belong to it, such as the message or the note
 */
public record TimelineItem(
        Instant at,
        TimelineKind kind,
        @Nullable String actor,
        String summary,
        @Nullable String reason,
        @Nullable String body) {}
