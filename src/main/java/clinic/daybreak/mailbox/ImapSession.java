package clinic.daybreak.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * One conversation with a mail server (RFC 3501): looks without touching, so that nothing is deleted and nothing is marked as
 * read. Ten seconds to connect, twenty for each answer; the server's certificate must be good for its name.
 */
final class ImapSession implements AutoCloseable {

    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "20000";
    private static final String FETCH_BYTES = "65536";

    /** Clocks of servers differ; a mail from just before the mailbox was opened is rather read than missed. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final Store store;
    private final IMAPFolder folder;

    private ImapSession(Store store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static ImapSession open(MailboxSettings settings, String password) throws MessagingException {
        var protocol = settings.encryption() == Encryption.TLS ? "imaps" : "imap";
        var store = Session.getInstance(properties("mail." + protocol + ".", settings.encryption()))
                .getStore(protocol);
        store.connect(settings.host(), settings.port(), settings.username(), password);
        try {
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new ImapSession(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(String prefix, Encryption encryption) {
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLISECONDS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "true");
        properties.setProperty(prefix + "fetchsize", FETCH_BYTES);
        return properties;
    }

    /** Another number than last time means that all other numbers count no more. */
    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The number behind which everything was received since that moment. */
    long before(Instant moment) throws MessagingException {
        var last = lastUid(); // before the search, so that what comes in between is not passed over
        var since = moment.minus(SLACK);
        // the search knows days only, in the server's zone
        var found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since.minus(Duration.ofDays(1)))));
        fetch(found);
        long first = Long.MAX_VALUE;
        for (var message : found) {
            if (!receivedAt(message, Instant.MAX).isBefore(since)) {
                first = Math.min(first, folder.getUID(message));
            }
        }
        return first < Long.MAX_VALUE ? first - 1 : last;
    }

    private long lastUid() throws MessagingException {
        int count = folder.getMessageCount();
        return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
    }

    private void fetch(Message[] messages) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(messages, profile);
    }

    /** A mail by the server's number. */
    record Numbered(long uid, IMAPMessage message) {

        Instant receivedAt(Instant otherwise) throws MessagingException {
            return ImapSession.receivedAt(message, otherwise);
        }
    }

    private static Instant receivedAt(Message message, Instant otherwise) throws MessagingException {
        var at = message.getReceivedDate();
        return at == null ? otherwise : at.toInstant();
    }

    /** The oldest ones behind that number. */
    List<Numbered> after(long uid, int most) throws MessagingException {
        var found = new ArrayList<Numbered>();
        for (var message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            // asked for what is behind the last one, servers name the last one
            if (message instanceof IMAPMessage mail && folder.getUID(mail) > uid) {
                found.add(new Numbered(folder.getUID(mail), mail));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong(Numbered::uid))
                .limit(most)
                .toList();
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }
}
