package clinic.daybreak.followup;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Hands a finished mail over. */
interface MailTransport {

    Session session();

    /** @return the other side's answer, for the record */
    String send(MimeMessage mail, MessageId id) throws MessagingException;

    /** What a message is called after it was handed over. */
    MessageState success();

    /** Whether handing it over twice does no harm, so that an interrupted one is simply done again. */
    boolean isRepeatable();
}
