package clinic.daybreak.followup;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mail to the server that SPRING_MAIL_HOST names. */
final class SmtpTransport implements MailTransport {

    private final JavaMailSenderImpl sender;

    SmtpTransport(JavaMailSenderImpl sender) {
        this.sender = sender;
    }

    @Override
    public Session session() {
        return sender.getSession();
    }

    @Override
    public String send(MimeMessage mail, MessageId id) throws MessagingException {
        try {
            sender.send(mail);
            return "accepted by the mail server";
        } catch (MailSendException e) {
            // Spring keeps the server's own exceptions one by one; ours is the only mail of this call
            for (var cause : e.getMessageExceptions()) {
                if (cause instanceof MessagingException messaging) {
                    throw messaging;
                }
            }
            throw e;
        }
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
