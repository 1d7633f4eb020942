package clinic.daybreak.mailbox;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mailbox that is read, named by its source. How far reading came is kept by {@link MailboxProgress}. */
@Entity
class Mailbox {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int MAX_HOST = 255;
    private static final int MAX_USERNAME = 80;
    private static final int MAX_FOLDER = 200;
    private static final int MAX_PORT = 65_535;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "source_id"))
    private SourceId id;

    private String host;
    private int port;

    @Enumerated(EnumType.STRING)
    private Encryption encryption;

    private String username;

    @Column(columnDefinition = "varbinary(1024)")
    private byte[] password;

    private String folder;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "notifies_source_id"))
    private @Nullable SourceId notifies;

    private Instant openedAt;
    private @Nullable Instant closedAt;

    @Column(updatable = false)
    private Instant dueAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastCheckedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable String lastProblem;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Mailbox() {}

    @SuppressWarnings("NullAway.Init") // take() sets the rest
    Mailbox(SourceId id, MailboxSettings settings, byte[] password, @Nullable SourceId notifies, Instant now) {
        this.id = id;
        this.notifies = notifies;
        this.openedAt = now;
        this.dueAt = now;
        this.password = password;
        take(settings);
    }

    /** @return whether it is another mailbox now, of which nothing was read yet */
    boolean change(MailboxSettings settings, byte @Nullable [] freshPassword) {
        boolean isElsewhere = !settings.host().equals(host)
                || !settings.username().equals(username)
                || !settings.folder().equals(folder);
        take(settings);
        if (freshPassword != null) {
            password = freshPassword;
        }
        return isElsewhere;
    }

    private void take(MailboxSettings settings) {
        check(settings);
        host = settings.host();
        port = settings.port();
        encryption = settings.encryption();
        username = settings.username();
        folder = settings.folder();
    }

    static void check(MailboxSettings settings) {
        require(isWord(settings.host(), MAX_HOST), "Enter the name of the mail server, for example imap.example.org.");
        require(settings.port() >= 1 && settings.port() <= MAX_PORT, "Enter a port between 1 and 65535, usually 993.");
        require(
                isLine(settings.username(), MAX_USERNAME),
                "Enter the user name, usually the whole e-mail address; at most 80 characters.");
        require(isLine(settings.folder(), MAX_FOLDER), "Enter the folder to read, usually INBOX.");
        require(
                settings.encryption() != Encryption.NONE || THIS_MACHINE.contains(settings.host()),
                "Without encryption the password could be read on the way. Choose TLS, or a server on this machine.");
    }

    private static void require(boolean isTrue, String otherwise) {
        if (!isTrue) {
            throw new RefusedException(otherwise);
        }
    }

    private static boolean isWord(String text, int most) {
        return isLine(text, most) && text.chars().noneMatch(Character::isWhitespace);
    }

    private static boolean isLine(String text, int most) {
        return !text.isEmpty() && text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    void close(Instant now) {
        closedAt = now;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    SourceId id() {
        return id;
    }

    /** Encrypted with the data key, under the id of the source. */
    byte[] password() {
        return password;
    }

    Optional<SourceId> notifies() {
        return Optional.ofNullable(notifies);
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<Instant> lastCheckedAt() {
        return Optional.ofNullable(lastCheckedAt);
    }

    String problem() {
        return lastProblem == null ? "" : lastProblem;
    }

    MailboxSettings settings() {
        return new MailboxSettings(host, port, encryption, username, folder);
    }
}
