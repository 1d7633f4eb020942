package clinic.daybreak.crisis;

import clinic.daybreak.lead.CrisisLevel;
import java.time.Instant;

/** A flag that no clinician has cleared yet. */
public record OpenFlag(CrisisLevel level, String foundIn, String phrase, Instant raisedAt) {}
