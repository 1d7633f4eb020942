package clinic.daybreak.followup;

import clinic.daybreak.installation.DataFolder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Without a mail server: every mail becomes a file in the data folder, named by its id and nothing else. */
final class CapturingTransport implements MailTransport {

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    CapturingTransport(DataFolder data) {
        this.folder = data.folder("captured-mail");
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public String send(MimeMessage mail, MessageId id) throws MessagingException {
        var file = folder.resolve(id + ".eml");
        var part = folder.resolve(id + ".part");
        try {
            try (var out = Files.newOutputStream(part)) {
                mail.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MessagingException("The captured mail could not be written", e);
        }
        return "kept as " + folder.getFileName() + "/" + file.getFileName();
    }

    @Override
    public MessageState success() {
        return MessageState.CAPTURED;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
