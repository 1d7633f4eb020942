package clinic.daybreak.mailbox;

import clinic.daybreak.base.Failures;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.StoredSubmissions;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.crisis.CrisisWatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails by which a website tells of messages that it hands in as well. They make no leads of their own: each is compared with
 * what the website's source stored, and only what did not arrive within a quarter of an hour becomes a submission, for a human.
 * A cry for help does not wait that long.
 */
@Component
class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofDays(1);
    private static final Duration EVERY_LATE = Duration.ofMinutes(10);
    private static final int BATCH = 100;
    private static final String OF_MAIL = "notice/";

    private final JdbcClient jdbc;
    private final StoredSubmissions submissions;
    private final SubmissionStore store;
    private final MailboxFormat format;
    private final CrisisWatch crisis;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Notices(
            JdbcClient jdbc,
            StoredSubmissions submissions,
            SubmissionStore store,
            MailboxFormat format,
            CrisisWatch crisis,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.store = store;
        this.format = format;
        this.crisis = crisis;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Notice(
            UUID id,
            SourceId website,
            String externalId,
            Instant receivedAt,
            String contentType,
            byte[] body,
            boolean isMissing,
            @Nullable UUID submission) {}

    /** On disk when this returns; one that was kept before is not kept again. */
    void keep(
            SourceId mailbox,
            SourceId website,
            String externalId,
            String contentType,
            byte[] body,
            Instant receivedAt) {
        jdbc.sql("""
                        INSERT IGNORE INTO mailbox_notice
                            (id, mailbox_id, source_id, external_id, received_at, content_type, body, state, due_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)
                        """)
                .param(Uuid7.next())
                .param(mailbox.value())
                .param(website.value())
                .param(externalId)
                .param(SqlTime.of(receivedAt))
                .param(contentType)
                .param(body)
                .param(SqlTime.of(clock.instant()))
                .update();
    }

    /** Compares what is due; as Daybreak itself. What breaks at one is tried again later, the others go on. */
    void compare() {
        for (var id : findDue()) {
            try {
                transactions.executeWithoutResult(status -> lock(id).ifPresent(this::compare));
            } catch (RuntimeException e) {
                LOG.warn("Notification {} could not be compared; trying again in a minute ({})", id, Failures.kind(e));
                postpone(id);
            }
        }
    }

    private void compare(Notice notice) {
        if (!isSettled(notice)) {
            // stored beside this transaction and committed first: done twice, it is known by its name
            report(notice);
        }
    }

    private void postpone(UUID id) {
        jdbc.sql("UPDATE mailbox_notice SET due_at = ? WHERE id = ?")
                .param(SqlTime.of(clock.instant().plus(EVERY)))
                .param(id)
                .update();
    }

    private List<UUID> findDue() {
        return jdbc.sql("SELECT id FROM mailbox_notice WHERE due_at <= ? ORDER BY due_at LIMIT ?")
                .param(SqlTime.of(clock.instant()))
                .param(BATCH)
                .query((row, number) -> UUID.fromString(row.getString("id")))
                .list();
    }

    private Optional<Notice> lock(UUID id) {
        return jdbc.sql("SELECT * FROM mailbox_notice WHERE id = ? AND due_at <= ? FOR UPDATE SKIP LOCKED")
                .param(id)
                .param(SqlTime.of(clock.instant()))
                .query((row, number) -> notice(row))
                .optional();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var submission = row.getString("submission_id");
        return new Notice(
                UUID.fromString(row.getString("id")),
                new SourceId(UUID.fromString(row.getString("source_id"))),
                row.getString("external_id"),
                SqlTime.read(row, "received_at"),
                row.getString("content_type"),
                row.getBytes("body"),
                "MISSING".equals(row.getString("state")),
                submission == null ? null : UUID.fromString(submission));
    }

    /** Whether nothing is to be reported now: its message is there, may still come, or was reported already. */
    private boolean isSettled(Notice notice) {
        var reading = format.read(notice.contentType(), notice.body());
        var arrived = submissions.find(notice.website(), reading.marks(), notice.receivedAt());
        if (arrived.isPresent()) {
            if (notice.submission() != null) {
                submissions.withdraw(
                        new SubmissionId(notice.submission()), "The website handed it in itself, later than usual.");
            }
            write(notice, "SEEN", arrived.get().value(), null);
            return true;
        }
        var age = Duration.between(notice.receivedAt(), clock.instant());
        if (notice.isMissing()) {
            write(notice, "MISSING", notice.submission(), age.compareTo(LATE) < 0 ? EVERY_LATE : null);
            return true;
        }
        if (age.compareTo(PATIENCE) < 0 && crisis.examine(reading.answers()).isEmpty()) {
            write(notice, "WAITING", null, EVERY);
            return true;
        }
        return false;
    }

    private void report(Notice notice) {
        var name = OF_MAIL + notice.externalId();
        var receipt = store.store(RawSubmission.named(notice.website(), name, notice.contentType(), "", notice.body()));
        write(notice, "MISSING", receipt.id().value(), EVERY_LATE);
    }

    /** @param next when it is compared again; null for never: then the mail is not kept a second time */
    private void write(Notice notice, String state, @Nullable UUID submission, @Nullable Duration next) {
        jdbc.sql("UPDATE mailbox_notice SET state = ?, submission_id = ?, due_at = ?, body = ? WHERE id = ?")
                .param(state)
                .param(submission)
                .param(next == null ? null : SqlTime.of(clock.instant().plus(next)))
                .param(next == null ? null : notice.body())
                .param(notice.id())
                .update();
    }
}
