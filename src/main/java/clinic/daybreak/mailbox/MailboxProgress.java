package clinic.daybreak.mailbox;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.capture.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each mailbox was read, and who reads it at the moment: one node at a time, by a lease, so that no connection of the
 * database is held while a mail server is talked to. Each statement is a transaction of its own.
 */
@Component
class MailboxProgress {

    static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MAX_PROBLEM = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where reading goes on.
     *
     * @param validity the server's number for this numbering of mails; null when nothing was read yet
     * @param lastUid the last one that is stored
     */
    record Place(@Nullable Long validity, long lastUid) {

        boolean isIn(long current) {
            return validity != null && validity == current;
        }
    }

    List<SourceId> findDue() {
        return jdbc.sql("""
                        SELECT source_id FROM mailbox
                        WHERE closed_at IS NULL AND due_at <= :now AND (leased_until IS NULL OR leased_until < :now)
                        ORDER BY due_at
                        """)
                .param("now", SqlTime.of(clock.instant()))
                .query((row, number) -> new SourceId(UUID.fromString(row.getString("source_id"))))
                .list();
    }

    /** Where to go on, when it is due and nobody else has it in hand. */
    Optional<Place> claim(SourceId mailbox) {
        int claimed = jdbc.sql("""
                        UPDATE mailbox SET leased_until = :lease
                        WHERE source_id = :id AND closed_at IS NULL AND due_at <= :now
                            AND (leased_until IS NULL OR leased_until < :now)
                        """)
                .param("lease", SqlTime.of(clock.instant().plus(LEASE)))
                .param("id", mailbox.value())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        return claimed == 0
                ? Optional.empty()
                : jdbc.sql("SELECT uid_validity, last_uid FROM mailbox WHERE source_id = :id")
                        .param("id", mailbox.value())
                        .query((row, number) ->
                                new Place(row.getObject("uid_validity", Long.class), row.getLong("last_uid")))
                        .optional();
    }

    /** Reading starts afresh behind that mail, for the server numbers its mails anew. */
    void begin(SourceId mailbox, long validity, long lastUid) {
        jdbc.sql("""
                        UPDATE mailbox SET uid_validity = :validity, last_uid = :uid, stuck_uid = NULL, stuck_tries = 0
                        WHERE source_id = :id
                        """)
                .param("validity", validity)
                .param("uid", lastUid)
                .param("id", mailbox.value())
                .update();
    }

    /** That mail is stored; never goes back. */
    void advance(SourceId mailbox, long validity, long uid) {
        jdbc.sql("""
                        UPDATE mailbox SET last_uid = :uid, stuck_uid = NULL, stuck_tries = 0
                        WHERE source_id = :id AND uid_validity = :validity AND last_uid < :uid
                        """)
                .param("uid", uid)
                .param("id", mailbox.value())
                .param("validity", validity)
                .update();
    }

    /** @return how often that mail could not be fetched by now */
    int countStuck(SourceId mailbox, long uid) {
        jdbc.sql("""
                        UPDATE mailbox SET stuck_tries = IF(stuck_uid = :uid, stuck_tries + 1, 1), stuck_uid = :uid
                        WHERE source_id = :id
                        """).param("uid", uid).param("id", mailbox.value()).update();
        return jdbc.sql("SELECT stuck_tries FROM mailbox WHERE source_id = :id")
                .param("id", mailbox.value())
                .query(Integer.class)
                .single();
    }

    /** Lets go of it until it is due again. */
    void release(SourceId mailbox, @Nullable String problem) {
        var now = clock.instant();
        jdbc.sql("""
                        UPDATE mailbox SET leased_until = NULL, due_at = :due, last_checked_at = :now, last_problem = :problem
                        WHERE source_id = :id
                        """)
                .param("due", SqlTime.of(now.plus(EVERY)))
                .param("now", SqlTime.of(now))
                .param(
                        "problem",
                        problem == null ? null : problem.substring(0, Math.min(MAX_PROBLEM, problem.length())))
                .param("id", mailbox.value())
                .update();
    }

    /** It is another mailbox from now on. */
    void restart(SourceId mailbox) {
        jdbc.sql("UPDATE mailbox SET uid_validity = NULL, last_uid = 0, due_at = :now WHERE source_id = :id")
                .param("now", SqlTime.of(clock.instant()))
                .param("id", mailbox.value())
                .update();
    }

    void makeDue(SourceId mailbox) {
        jdbc.sql("UPDATE mailbox SET due_at = :now WHERE source_id = :id")
                .param("now", SqlTime.of(clock.instant()))
                .param("id", mailbox.value())
                .update();
    }

    /** Whether the last look went wrong, and how; for telling whether that has changed. */
    Optional<String> problem(SourceId mailbox) {
        return jdbc.sql("SELECT last_problem FROM mailbox WHERE source_id = :id AND last_problem IS NOT NULL")
                .param("id", mailbox.value())
                .query(String.class)
                .optional();
    }

    /** Notifications since then by what became of them. */
    int countNotices(SourceId mailbox, String state, Instant since) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM mailbox_notice
                        WHERE mailbox_id = :id AND state = :state AND received_at >= :since
                        """)
                .param("id", mailbox.value())
                .param("state", state)
                .param("since", SqlTime.of(since))
                .query(Integer.class)
                .single();
    }
}
