package clinic.daybreak.watch;

import clinic.daybreak.capture.SubmissionId;
import java.time.Instant;
import java.util.Set;

/**
 * What came of comparing a sender's own list with what was stored.
 *
 * @param by who brought the list
 * @param listed entries in the list
 * @param known those of them that had arrived
 * @param missing the others that were not there yet; each waits in the inbox or is a lead by now
 * @param problem why the list could not be read, in words; empty when it could
 */
public record ReconciliationSummary(
        Instant at, String by, int listed, int known, Set<SubmissionId> missing, String problem) {}
