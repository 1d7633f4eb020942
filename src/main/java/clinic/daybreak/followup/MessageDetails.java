package clinic.daybreak.followup;

/** A message with its words, as its recipient reads them. */
public record MessageDetails(MessageSummary summary, String text, String html) {}
