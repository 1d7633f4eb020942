package clinic.daybreak.lead;

import java.time.Instant;

/** A place in a list of leads: the moment by which the {@link LeadOrder} of the list sorts, and the lead. */
public record LeadCursor(Instant at, LeadId id) {}
