package clinic.daybreak.lead;

import java.time.Instant;

/** What somebody typed for a lead and has not added yet. */
public record Draft(String text, Instant savedAt) {}
