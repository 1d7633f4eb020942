package clinic.daybreak.capture;

import clinic.daybreak.base.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the intake to the feature that watches over it. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(readOnly = true)
public class IntakeWatch {

    private static final Duration WEEKS = Duration.ofDays(28);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final Duration SPOOL_NEWS = Duration.ofMinutes(10);

    private final SourceRepository sources;
    private final SourceDirectory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeWatch(SourceRepository sources, SourceDirectory directory, JdbcClient jdbc, Clock clock) {
        this.sources = sources;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Rhythm(Instant last, int received, Duration longestGap) {}

    private record Errors(int refused, int failed) {}

    /**
     * What became of a daily proof.
     *
     * @param processedAt empty as long as it was not recognized as what it is
     */
    public record Proof(Instant receivedAt, @Nullable Instant processedAt) {}

    /** Of every way in that is open, but for files. */
    public List<SourcePulse> pulses() {
        var rhythms = rhythms();
        var errors = errors();
        return sources.findByActiveTrue().stream()
                .filter(source -> source.details().kind() != SourceKind.IMPORT)
                .map(source -> pulse(source, rhythms.get(source.id()), errors.get(source.id())))
                .toList();
    }

    private static SourcePulse pulse(Source source, @Nullable Rhythm rhythm, @Nullable Errors errors) {
        return new SourcePulse(
                source.details(),
                source.version(),
                source.openedAt(),
                rhythm == null ? null : rhythm.last(),
                rhythm == null ? 0 : rhythm.received(),
                rhythm == null ? Duration.ZERO : rhythm.longestGap(),
                errors == null ? 0 : errors.refused(),
                errors == null ? 0 : errors.failed());
    }

    /** Up to the last one, not up to now: a way in that has been silent for long must not be forgotten for it. */
    private Map<SourceId, Rhythm> rhythms() {
        var rhythms = new HashMap<SourceId, Rhythm>();
        jdbc.sql("""
                        SELECT source_id, MAX(slot) AS last, SUM(received) AS received, MAX(gap) AS longest
                        FROM (SELECT t.source_id, t.slot, t.received, TIMESTAMPDIFF(
                                  SECOND, LAG(t.slot) OVER (PARTITION BY t.source_id ORDER BY t.slot), t.slot) AS gap
                              FROM source_tally t
                              JOIN (SELECT source_id, MAX(slot) AS last FROM source_tally
                                    WHERE received > 0 GROUP BY source_id) latest ON latest.source_id = t.source_id
                              WHERE t.received > 0 AND t.slot >= latest.last - INTERVAL :weeks SECOND) AS gaps
                        GROUP BY source_id
                        """)
                .param("weeks", WEEKS.toSeconds())
                .query((row, number) -> rhythms.put(
                        id(row),
                        new Rhythm(
                                SqlTime.read(row, "last"),
                                row.getInt("received"),
                                Duration.ofSeconds(row.getLong("longest")))))
                .list();
        return rhythms;
    }

    private Map<SourceId, Errors> errors() {
        var errors = new HashMap<SourceId, Errors>();
        jdbc.sql("SELECT source_id, SUM(refused) AS refused, SUM(failed) AS failed FROM source_tally WHERE slot >= ?"
                        + " GROUP BY source_id")
                .param(SqlTime.of(SourceUse.slot(clock.instant().minus(SourceUse.SLOT))))
                .query((row, number) -> errors.put(id(row), new Errors(row.getInt("refused"), row.getInt("failed"))))
                .list();
        return errors;
    }

    private static SourceId id(ResultSet row) throws SQLException {
        return new SourceId(UUID.fromString(row.getString("source_id")));
    }

    /**
     * Since when the one that waits longest has been waiting to be processed, whatever became of the tries; empty when none
     * waits for longer than that. A pause before another try is counted in, for {@link Submission} doubles it each time.
     */
    public Optional<Instant> unprocessedSince(Duration longerThan) {
        return jdbc.sql("""
                        SELECT due_at - INTERVAL ((POW(2, tries) - 1) * :pause) SECOND AS since FROM submission
                        WHERE state = 'RECEIVED' AND due_at - INTERVAL ((POW(2, tries) - 1) * :pause) SECOND < :limit
                        ORDER BY due_at LIMIT 1
                        """)
                .param("pause", Submission.FIRST_PAUSE.toSeconds())
                .param("limit", SqlTime.of(clock.instant().minus(longerThan)))
                .query((row, number) -> SqlTime.read(row, "since"))
                .optional();
    }

    /** Whether submissions had to be put aside a short while ago because the database was away, or still wait there. */
    public boolean isSpoolUsed() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM spool_use WHERE waiting > 0 OR used_at > ?)")
                .param(SqlTime.of(clock.instant().minus(SPOOL_NEWS)))
                .query(Boolean.class)
                .single();
    }

    /** Of what it shares with its sender, to make a proof as that sender would. */
    public Optional<HookSource> open(SourceId id) {
        return directory.find(id);
    }

    /** Empty when it was not stored. */
    public Optional<Proof> proof(SourceId source, UUID proof) {
        return jdbc.sql("SELECT received_at, IF(state = 'DISMISSED', processed_at, NULL) AS done FROM submission"
                        + " WHERE source_id = ? AND external_id = ? AND purpose = 'CANARY'")
                .params(source.value(), CanaryPass.externalId(proof.toString()))
                .query((row, number) -> new Proof(SqlTime.read(row, "received_at"), SqlTime.readNullable(row, "done")))
                .optional();
    }

    /** Forgets counts that nothing is told from any more. */
    @Transactional
    public void forgetOld() {
        jdbc.sql("DELETE FROM source_tally WHERE slot < ?")
                .param(SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }
}
