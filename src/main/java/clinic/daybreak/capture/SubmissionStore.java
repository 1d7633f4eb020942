package clinic.daybreak.capture;

import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.lead.LeadId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts submissions on disk. When {@link #store} has returned, what was delivered is committed, or, while the database is
 * away, safe in the spool: success may be answered. The row itself is its place in the queue.
 */
@Component
public class SubmissionStore {

    private final SubmissionWriter writer;
    private final SubmissionRows rows;
    private final SubmissionWorker worker;
    private final SourceUse use;
    private final Clock clock;

    SubmissionStore(SubmissionWriter writer, JdbcTemplate jdbc, SubmissionWorker worker, SourceUse use, Clock clock) {
        this.writer = writer;
        this.rows = new SubmissionRows(jdbc);
        this.worker = worker;
        this.use = use;
        this.clock = clock;
    }

    /**
     * Stores one delivery for good, outside of any transaction of the caller.
     *
     * @throws NotStoredException when neither the database nor the spool took it: its sender must be told so
     */
    public Receipt store(RawSubmission raw) {
        try {
            return writer.write(new SubmissionRows.NewRow(SubmissionId.next(), clock.instant(), raw));
        } catch (RuntimeException e) {
            if (raw.purpose() != SubmissionPurpose.CANARY) {
                use.failed(raw.source());
            }
            throw e;
        }
    }

    /** Stores in the caller's transaction, for those who bring many at once from what is on disk already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Receipt> storeAll(List<RawSubmission> raws) {
        var now = clock.instant();
        var receipts = rows.insert(raws.stream()
                .map(raw -> new SubmissionRows.NewRow(SubmissionId.next(), now, raw))
                .toList());
        AfterCommit.run(worker::wake);
        return receipts;
    }

    /** Which of these names the source has delivered before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> findKnown(SourceId source, Collection<String> externalIds) {
        return rows.findExternalIds(source, externalIds);
    }

    /** For those who made a lead of what they stored in the same transaction: nothing is left to be done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markProcessed(Map<SubmissionId, LeadId> leads) {
        rows.markProcessed(leads, clock.instant());
    }

    /** What these had become was undone: they stay on disk, and their sender's names may be delivered anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dismiss(Collection<SubmissionId> submissions, String why) {
        rows.dismiss(submissions, why, clock.instant());
    }
}
