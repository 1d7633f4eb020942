package clinic.daybreak.capture;

import clinic.daybreak.base.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts what comes by each way in. Counted in memory, so that nobody who hands something in waits for it, and written
 * every few seconds by {@link CaptureUpkeep}. A crash loses the last few counts, and nothing else: they are figures to
 * watch the ways in by, the submissions themselves are on disk. Imports and daily proofs are not counted.
 */
@Component
public class SourceUse {

    /** Errors "in the last minutes" and gaps between two submissions are told as exactly as that. */
    static final Duration SLOT = Duration.ofMinutes(10);

    /** What somebody else has in hand is counted the next time: this thread also keeps the doors open. */
    private static final String HASTE = "SET STATEMENT innodb_lock_wait_timeout = 1 FOR ";

    private final JdbcOperations jdbc;
    private final Clock clock;
    private final Map<Slot, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<SubmissionId, Integer> repeats = new ConcurrentHashMap<>();
    private final Map<SourceId, Instant> used = new ConcurrentHashMap<>();

    private record Slot(SourceId source, Instant start) {}

    private record Tally(int received, int repeats, int refused, int failed) {

        Tally plus(Tally more) {
            return new Tally(
                    received + more.received, repeats + more.repeats, refused + more.refused, failed + more.failed);
        }
    }

    SourceUse(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that is on disk now. */
    public void received(SourceId source, Instant at) {
        count(source, at, new Tally(1, 0, 0, 0));
        used(source, at);
    }

    /** What was answered "no": unsigned, too large, too many, not readable. */
    public void refused(SourceId source) {
        count(source, clock.instant(), new Tally(0, 0, 1, 0));
    }

    /** What was answered 503, for neither the database nor the spool took it. */
    public void failed(SourceId source) {
        count(source, clock.instant(), new Tally(0, 0, 0, 1));
    }

    /** What became of one delivery; the daily proof does not count, and a sender's own test is only a sign of life. */
    void delivered(SubmissionRows.NewRow row, Receipt receipt) {
        var raw = row.raw();
        if (raw.purpose() == SubmissionPurpose.CANARY) {
            return;
        }
        if (receipt.isRepeat()) {
            count(raw.source(), row.receivedAt(), new Tally(0, 1, 0, 0));
            repeats.merge(receipt.id(), 1, Integer::sum);
            used(raw.source(), row.receivedAt());
        } else if (raw.purpose() == SubmissionPurpose.ENQUIRY) {
            received(raw.source(), row.receivedAt());
        } else {
            used(raw.source(), row.receivedAt());
        }
    }

    private void count(SourceId source, Instant at, Tally more) {
        tallies.merge(new Slot(source, slot(at)), more, Tally::plus);
    }

    private void used(SourceId source, Instant at) {
        used.merge(source, at.truncatedTo(ChronoUnit.MINUTES), (known, fresh) -> known.isAfter(fresh) ? known : fresh);
    }

    static Instant slot(Instant at) {
        long length = SLOT.toSeconds();
        return Instant.ofEpochSecond(at.getEpochSecond() / length * length);
    }

    /** Writes what was counted since the last time; what cannot be written now is kept for the next. */
    void flush() {
        for (var slot : List.copyOf(tallies.keySet())) {
            write(slot);
        }
        for (var id : List.copyOf(repeats.keySet())) {
            var count = repeats.remove(id);
            if (count != null) {
                orKeep(
                        () -> jdbc.update(
                                HASTE + "UPDATE submission SET repeats = repeats + ? WHERE id = ?", count, id.value()),
                        () -> repeats.merge(id, count, Integer::sum));
            }
        }
        for (var source : List.copyOf(used.keySet())) {
            var at = used.remove(source);
            if (at != null) {
                orKeep(
                        () -> jdbc.update(
                                HASTE
                                        + "UPDATE source SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
                                SqlTime.of(at),
                                source.value(),
                                SqlTime.of(at)),
                        () -> used(source, at));
            }
        }
    }

    private void write(Slot slot) {
        var tally = tallies.remove(slot);
        if (tally == null) {
            return;
        }
        orKeep(
                () -> jdbc.update(
                        """
                        INSERT INTO source_tally (source_id, slot, received, repeats, refused, failed)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE received = received + VALUES(received),
                            repeats = repeats + VALUES(repeats), refused = refused + VALUES(refused),
                            failed = failed + VALUES(failed)
                        """,
                        slot.source().value(),
                        SqlTime.of(writtenAt(slot, tally)),
                        tally.received(),
                        tally.repeats(),
                        tally.refused(),
                        tally.failed()),
                () -> tallies.merge(slot, tally, Tally::plus));
    }

    /** Failures are told when the database is back: until then nobody could have been. */
    private Instant writtenAt(Slot slot, Tally tally) {
        return tally.failed() > 0 ? slot(clock.instant()) : slot.start();
    }

    private static void orKeep(Runnable write, Runnable keep) {
        try {
            write.run();
        } catch (PessimisticLockingFailureException e) {
            keep.run();
        } catch (DataAccessException e) {
            keep.run();
            throw e;
        }
    }
}
