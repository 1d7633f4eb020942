package clinic.daybreak.capture;

import clinic.daybreak.crisis.CrisisWatch;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What came by a way in, for comparing it with what its sender says that it sent; and what never came. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class SubmissionHistory {

    static final String NEVER_ARRIVED = "Its sender lists it, but it never arrived here.";
    private static final int BATCH = 50;
    private static final int STORED_AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final SubmissionAnswers answers;
    private final SubmissionStore store;
    private final CrisisWatch crisis;

    SubmissionHistory(
            SubmissionRepository submissions,
            SourceRepository sources,
            SubmissionAnswers answers,
            SubmissionStore store,
            CrisisWatch crisis) {
        this.submissions = submissions;
        this.sources = sources;
        this.answers = answers;
        this.store = store;
        this.crisis = crisis;
    }

    /** All that came since then. In no transaction, so that of many only a few bodies are in memory at a time. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<KnownSubmission> since(SourceId id, Instant from) {
        var source = sources.findById(id).orElseThrow().details();
        var known = new ArrayList<KnownSubmission>();
        var at = from;
        var after = FIRST;
        while (true) {
            var batch = submissions.findAfter(id.value(), at, after, BATCH);
            batch.forEach(submission -> known.add(known(submission, source)));
            if (batch.size() < BATCH) {
                return known;
            }
            at = batch.getLast().receivedAt();
            after = batch.getLast().id().value();
        }
    }

    private KnownSubmission known(Submission submission, SourceDetails source) {
        var fields = answers.stored(submission, source)
                .map(given ->
                        Fields.of(answers.mapping(submission, given, source).apply(given)))
                .orElse(Fields.of(Map.of()));
        return new KnownSubmission(
                submission.externalId(), writtenAt(submission, fields), fields.get("email"), fields.get("phone"));
    }

    /** What was stored from a list was written long before. */
    private static Instant writtenAt(Submission submission, Fields fields) {
        try {
            return submission.isListed() ? Instant.parse(fields.get("submitted_at")) : submission.receivedAt();
        } catch (DateTimeParseException e) {
            return submission.receivedAt();
        }
    }

    /** What the columns of a list mean, by our names ({@link FieldMapping#TARGETS}). */
    @Transactional(readOnly = true)
    public Map<String, String> byOurNames(SourceId id, Map<String, String> row) {
        var source = sources.findById(id).orElseThrow().details();
        return answers.listedMapping(row, source).apply(row);
    }

    /**
     * Stores what never arrived, for a human to decide; what reads like a cry for help becomes a lead at once. Stored
     * before, nothing further happens.
     *
     * @return those that were not there yet
     */
    public List<SubmissionId> keepMissed(SourceId source, List<ListedEntry> entries) {
        var kept = new ArrayList<SubmissionId>();
        for (int from = 0; from < entries.size(); from += STORED_AT_ONCE) {
            kept.addAll(keep(source, entries.subList(from, Math.min(from + STORED_AT_ONCE, entries.size()))));
        }
        return kept;
    }

    private List<SubmissionId> keep(SourceId source, List<ListedEntry> entries) {
        var receipts = store.storeAll(entries.stream()
                .map(entry -> RawSubmission.named(
                        source,
                        entry.externalId(),
                        ListedEntry.CONTENT_TYPE,
                        "",
                        JsonMapper.shared().writeValueAsBytes(entry.answers())))
                .toList());
        var kept = new ArrayList<SubmissionId>();
        for (int i = 0; i < receipts.size(); i++) {
            var receipt = receipts.get(i);
            if (!receipt.isRepeat()) {
                kept.add(receipt.id());
                if (crisis.examine(entries.get(i).answers()).isEmpty()) {
                    submissions.rest(receipt.id().value(), NEVER_ARRIVED);
                }
            }
        }
        return kept;
    }
}
