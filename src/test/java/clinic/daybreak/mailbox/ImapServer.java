package clinic.daybreak.mailbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A mail server on this machine that speaks IMAP, with one mailbox. */
final class ImapServer implements AutoCloseable {

    static final String PASSWORD = "mailbox password";

    final String address = "hello-" + UUID.randomUUID() + "@clinic.example";
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
    });
    private final GreenMailUser user;

    ImapServer() {
        server.start();
        user = server.setUser(address, address, PASSWORD);
    }

    MailboxSettings settings() {
        return new MailboxSettings("127.0.0.1", server.getImap().getPort(), Encryption.NONE, address, "INBOX");
    }

    MailboxSettings encrypted() {
        return new MailboxSettings("127.0.0.1", server.getImaps().getPort(), Encryption.TLS, address, "INBOX");
    }

    void deliver(String mail) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(MailboxFixtures.bytes(mail))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that the server has but cannot hand out. */
    void deliverBroken(String mail) {
        deliver(mail);
        try {
            var broken = stored().getLast().getMimeMessage();
            broken.setDataHandler(new DataHandler(new BrokenDisk()));
            broken.saveChanges(); // from now on it is written anew each time it is asked for
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class BrokenDisk implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            throw new IOException("disk error");
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("disk error");
        }

        @Override
        public String getContentType() {
            return "text/plain";
        }

        @Override
        public String getName() {
            return "";
        }
    }

    int count() {
        return stored().size();
    }

    boolean isAnyRead() {
        return stored().stream()
                .map(StoredMessage::getFlags)
                .anyMatch(flags -> flags.contains(Flags.Flag.SEEN) || flags.contains(Flags.Flag.DELETED));
    }

    private List<StoredMessage> stored() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
