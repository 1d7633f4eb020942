package clinic.daybreak.followup;

import org.jspecify.annotations.Nullable;

/**
 * A message with its words, as its recipient reads them.
 *
 * @param serverAnswer what the mail server or the folder of captured mail said when it took the message
 */
public record MessageDetails(
        MessageSummary summary, String text, @Nullable String serverAnswer) {}
