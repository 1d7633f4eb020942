package clinic.daybreak.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A human try to reach the person.
 *
 * @param callBackAt when they asked to be called; needed with {@link AttemptOutcome#CALL_BACK}, else empty
 * @param note what was said; may be empty
 */
public record NewAttempt(
        AttemptChannel channel,
        AttemptOutcome outcome,
        @Nullable Instant callBackAt,
        String note) {}
