package clinic.daybreak.capture;

import clinic.daybreak.base.Sha256;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes submissions, many with one statement, and tells which of them had been delivered before: by the sender's own
 * name for it, or, without one, by the same fingerprint within fifteen minutes. Writing the same rows once more changes
 * nothing, so that a crash between commit and answer, or in the middle of a spool, does no harm.
 */
final class SubmissionRows {

    /** Within that time the same words are the same submission (DOMAIN 7, ingest contract). */
    static final Duration SAME = Duration.ofMinutes(15);

    private static final Map<Integer, String> INSERTS = new ConcurrentHashMap<>();

    private final JdbcOperations jdbc;

    SubmissionRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One submission about to be written; id and time are fixed before the first try. */
    record NewRow(SubmissionId id, Instant receivedAt, RawSubmission raw) {

        String externalId() {
            var given = raw.externalId();
            return given == null ? id.toString() : given;
        }

        boolean isKnownByFingerprint() {
            return raw.externalId() == null && raw.fingerprint() != null;
        }

        Key key() {
            return new Key(raw.source().value(), externalId());
        }

        boolean hasBody(byte[] hash) {
            return Arrays.equals(hash, Sha256.of(raw.body()));
        }
    }

    private record Key(UUID source, String externalId) {}

    private record Stored(SubmissionId id, byte[] bodyHash) {}

    /** Whether writing these is a single statement, which is all or nothing by itself. */
    static boolean isOneStatement(List<NewRow> rows) {
        return rows.stream().noneMatch(NewRow::isKnownByFingerprint);
    }

    /** In the order of the rows. Needs a transaction around it, unless it {@linkplain #isOneStatement is one statement}. */
    List<Receipt> insert(List<NewRow> rows) {
        var earlier = findEarlier(rows);
        var fresh = rows.stream().filter(row -> !earlier.containsKey(row.id())).toList();
        var inserted = insertNew(fresh);
        var known = findKnown(
                fresh.stream().filter(row -> !inserted.contains(row.id())).toList());
        return rows.stream()
                .map(row -> {
                    if (inserted.contains(row.id())) {
                        return new Receipt(row.id(), false, true);
                    }
                    var same = earlier.get(row.id());
                    return same != null ? new Receipt(same, true, true) : repeat(row, known.get(row.key()));
                })
                .toList();
    }

    private static Receipt repeat(NewRow row, @Nullable Stored known) {
        if (known == null) {
            throw new IllegalStateException("The database did not take submission " + row.id());
        }
        return new Receipt(known.id(), !known.id().equals(row.id()), row.hasBody(known.bodyHash()));
    }

    /** The rows without a name of their own that say what another one said a short while ago, and which one that was. */
    private Map<SubmissionId, SubmissionId> findEarlier(List<NewRow> rows) {
        var earlier = new HashMap<SubmissionId, SubmissionId>();
        for (var row : rows) {
            if (row.isKnownByFingerprint()) {
                var first = claimFingerprint(row);
                if (!first.equals(row.id())) {
                    earlier.put(row.id(), first);
                }
            }
        }
        return earlier;
    }

    /** One statement, so that of two at the same moment one wins; which one it is stays locked until the commit. */
    private SubmissionId claimFingerprint(NewRow row) {
        var limit = SqlTime.of(row.receivedAt().minus(SAME));
        var winner = jdbc.queryForObject(
                """
                INSERT INTO submission_fingerprint (source_id, fingerprint, first_at, submission_id)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    submission_id = IF(first_at < ?, VALUES(submission_id), submission_id),
                    first_at = IF(first_at < ?, VALUES(first_at), first_at)
                RETURNING submission_id
                """,
                UUID.class,
                row.raw().source().value(),
                row.raw().fingerprint(),
                SqlTime.of(row.receivedAt()),
                row.id().value(),
                limit,
                limit);
        return new SubmissionId(Objects.requireNonNull(winner));
    }

    /** IGNORE, for a plain duplicate would wait for whoever is processing the first delivery at this moment. */
    private Set<SubmissionId> insertNew(List<NewRow> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        var values = new ArrayList<@Nullable Object>(rows.size() * 11);
        for (var row : rows) {
            var raw = row.raw();
            var at = SqlTime.of(row.receivedAt());
            Collections.addAll(
                    values,
                    row.id().value(),
                    raw.source().value(),
                    row.externalId(),
                    at,
                    raw.contentType(),
                    raw.headers(),
                    raw.body(),
                    Sha256.of(raw.body()),
                    raw.purpose().name(),
                    at,
                    raw.suspicion());
        }
        return new HashSet<>(jdbc.query(
                INSERTS.computeIfAbsent(rows.size(), SubmissionRows::insertOf),
                (row, number) -> new SubmissionId(UUID.fromString(row.getString("id"))),
                values.toArray()));
    }

    private static String insertOf(int rows) {
        return "INSERT IGNORE INTO submission (id, source_id, external_id, received_at, content_type, headers, body,"
                + " body_hash, purpose, due_at, suspicion, state, version) VALUES "
                + String.join(", ", Collections.nCopies(rows, "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', 0)"))
                + " RETURNING id";
    }

    Set<String> findExternalIds(SourceId source, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Set.of();
        }
        var values = new ArrayList<Object>(externalIds.size() + 1);
        values.add(source.value());
        values.addAll(externalIds);
        return new HashSet<>(jdbc.queryForList(
                "SELECT external_id FROM submission WHERE source_id = ? AND external_id IN ("
                        + String.join(", ", Collections.nCopies(externalIds.size(), "?")) + ")",
                String.class,
                values.toArray()));
    }

    void markProcessed(Map<SubmissionId, LeadId> leads, Instant now) {
        if (leads.isEmpty()) {
            return;
        }
        var values = new ArrayList<Object>(leads.size() * 2 + 1);
        leads.forEach((submission, lead) -> Collections.addAll(values, submission.value(), lead.value()));
        values.add(SqlTime.of(now));
        jdbc.update(
                "UPDATE submission s JOIN (SELECT CAST(? AS UUID) AS id, CAST(? AS UUID) AS lead_id"
                        + " UNION ALL SELECT ?, ?".repeat(leads.size() - 1)
                        + ") AS done ON done.id = s.id SET s.state = 'PROCESSED', s.lead_id = done.lead_id,"
                        + " s.processed_at = ?, s.due_at = NULL, s.version = s.version + 1",
                values.toArray());
    }

    void dismiss(Collection<SubmissionId> submissions, String why, Instant now) {
        jdbc.batchUpdate(
                "UPDATE submission SET state = 'DISMISSED', problem = ?, external_id = CONCAT('undone ', id),"
                        + " processed_at = ?, due_at = NULL, version = version + 1 WHERE id = ?",
                submissions.stream()
                        .map(id -> new Object[] {why, SqlTime.of(now), id.value()})
                        .toList());
    }

    private Map<Key, Stored> findKnown(List<NewRow> rows) {
        var known = new HashMap<Key, Stored>();
        for (var row : rows) {
            jdbc.query(
                    "SELECT id, body_hash FROM submission WHERE source_id = ? AND external_id = ?",
                    found -> {
                        known.put(
                                row.key(),
                                new Stored(
                                        new SubmissionId(UUID.fromString(found.getString("id"))),
                                        found.getBytes("body_hash")));
                    },
                    row.raw().source().value(),
                    row.externalId());
        }
        return known;
    }
}
