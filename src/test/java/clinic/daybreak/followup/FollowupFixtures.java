package clinic.daybreak.followup;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers in the situations that tests need. */
final class FollowupFixtures {

    private FollowupFixtures() {}

    /** A mail server on this machine, reached as the real one is. */
    static SmtpTransport smtp(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return new SmtpTransport(sender);
    }

    /** Takes every mail and counts how often it was handed over. */
    static final class Counting implements MailTransport {

        final Map<MessageId, Integer> taken = new ConcurrentHashMap<>();
        private final Session session = Session.getInstance(new Properties());

        @Override
        public Session session() {
            return session;
        }

        @Override
        public String send(MimeMessage mail, MessageId id) {
            taken.merge(id, 1, Integer::sum);
            return "counted";
        }

        @Override
        public MessageState success() {
            return MessageState.SENT;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Breaks in a way that nobody foresaw at each mail to one of these addresses, and takes every other. */
    static final class BreakingAt implements MailTransport {

        final List<MessageId> taken = new CopyOnWriteArrayList<>();
        private final String address;
        private final Session session = Session.getInstance(new Properties());

        BreakingAt(String address) {
            this.address = address;
        }

        @Override
        public Session session() {
            return session;
        }

        @Override
        public String send(MimeMessage mail, MessageId id) throws MessagingException {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                throw new IllegalStateException("broken");
            }
            taken.add(id);
            return "taken";
        }

        @Override
        public MessageState success() {
            return MessageState.SENT;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }
}
