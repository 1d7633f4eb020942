package clinic.daybreak.lead;

import java.time.Instant;

/** A place in a list of leads, newest first: everything after it was received earlier. */
public record LeadCursor(Instant at, LeadId id) {}
