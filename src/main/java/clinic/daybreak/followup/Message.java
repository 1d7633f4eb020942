package clinic.daybreak.followup;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.location.LocationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One e-mail on its way out. Its Message-ID is made here, before any server sees it, and never changes. */
@Entity
class Message {

    static final int MAX_TRIES = 8;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MessageId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "lead_id"))
    private @Nullable LeadId lead;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "location_id"))
    private LocationId location;

    @Enumerated(EnumType.STRING)
    private MailTemplate template;

    private String cause;
    private String recipient;
    private String subject;

    @Column(columnDefinition = "mediumblob")
    private byte[] body;

    @Column(name = "message_id")
    private String messageId;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private @Nullable String reason;
    private Instant createdAt;
    private Instant dueAt;
    private @Nullable Instant leaseUntil;
    private @Nullable String claimedBy;
    private int tries;
    private @Nullable Instant finishedAt;
    private @Nullable String serverAnswer;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Message() {}

    Message(
            MessageId id,
            @Nullable LeadId lead,
            LocationId location,
            MailTemplate template,
            String cause,
            String recipient,
            String subject,
            byte[] body,
            String domain,
            Instant now) {
        this.id = id;
        this.lead = lead;
        this.location = location;
        this.template = template;
        this.cause = cause;
        this.recipient = recipient;
        this.subject = subject;
        this.body = body;
        this.messageId = "<" + id + "@" + domain + ">";
        this.state = MessageState.QUEUED;
        this.createdAt = now;
        this.dueAt = now;
    }

    MessageId id() {
        return id;
    }

    /** Empty when it is about Daybreak itself. */
    Optional<LeadId> lead() {
        return Optional.ofNullable(lead);
    }

    LocationId location() {
        return location;
    }

    MailTemplate template() {
        return template;
    }

    String cause() {
        return cause;
    }

    MessageState state() {
        return state;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<String> serverAnswer() {
        return Optional.ofNullable(serverAnswer);
    }

    byte[] body() {
        return body;
    }

    void claim(String node, Instant now, Duration lease) {
        require(MessageState.QUEUED);
        state = MessageState.SENDING;
        leaseUntil = now.plus(lease);
        claimedBy = node;
        tries++;
    }

    /** Also after the lease: a slow server's answer settles what was perhaps sent. */
    void sent(MessageState how, String answer, Instant now) {
        if (state != MessageState.SENT_UNCONFIRMED) {
            require(MessageState.SENDING);
        }
        finish(how, null, now);
        serverAnswer = answer.length() <= 300 ? answer : answer.substring(0, 300);
    }

    /** Claimed, but never handed over. */
    void release() {
        require(MessageState.SENDING);
        state = MessageState.QUEUED;
        leaseUntil = null;
        tries--;
    }

    /** Waits 1, 2, 4 … minutes, at most four hours; after the last try it has failed. */
    void retryLater(String why, Instant now) {
        require(MessageState.SENDING);
        if (tries >= MAX_TRIES) {
            finish(MessageState.FAILED, why, now);
            return;
        }
        state = MessageState.QUEUED;
        reason = why;
        leaseUntil = null;
        dueAt = now.plus(Duration.ofMinutes(Math.min(240, 1L << (tries - 1))));
    }

    void fail(String why, Instant now) {
        require(MessageState.SENDING);
        finish(MessageState.FAILED, why, now);
    }

    void cancel(String why, Instant now) {
        require(MessageState.QUEUED);
        finish(MessageState.CANCELLED, why, now);
    }

    /** Its lead became part of another one, or comes back from there. */
    void moveTo(LeadId other) {
        require(MessageState.QUEUED);
        lead = other;
    }

    /** Waits again as it did before it was cancelled. */
    void requeue(@Nullable String reasonBefore) {
        require(MessageState.CANCELLED);
        state = MessageState.QUEUED;
        reason = reasonBefore;
        finishedAt = null;
    }

    /** The worker vanished while it held this message. */
    void abandoned(boolean repeatable, Instant now) {
        require(MessageState.SENDING);
        if (repeatable) {
            state = MessageState.QUEUED;
            leaseUntil = null;
        } else {
            finish(
                    MessageState.SENT_UNCONFIRMED,
                    "Daybreak stopped while the mail server had it; look there before you send it again",
                    now);
        }
    }

    private void finish(MessageState how, @Nullable String why, Instant now) {
        state = how;
        reason = why;
        leaseUntil = null;
        finishedAt = now;
    }

    private void require(MessageState expected) {
        if (state != expected) {
            throw new IllegalStateException("Message " + id + " is " + state + ", not " + expected);
        }
    }

    MessageSummary summary() {
        return new MessageSummary(
                id, lead, location, template, recipient, subject, state, reason, createdAt, dueAt, finishedAt, tries);
    }

    Envelope envelope() {
        return new Envelope(id, template, messageId, recipient, subject, createdAt);
    }
}
