package clinic.daybreak.followup;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Makes a mail of a message: plain text and simple HTML, no remote content, marked as automatic (RFC 3834). */
@Component
class MailComposer {

    private final FollowupProperties properties;

    MailComposer(FollowupProperties properties) {
        this.properties = properties;
    }

    MimeMessage compose(Session session, Envelope envelope, String text, String senderName) throws MessagingException {
        var mail = new KnownMail(session, envelope.messageId());
        try {
            mail.setFrom(new InternetAddress(properties.from(), senderName, "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(envelope.recipient()));
        mail.setSubject(envelope.subject(), "UTF-8");
        mail.setSentDate(Date.from(envelope.createdAt()));
        mail.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html(text), "html")));
        mail.setHeader("Auto-Submitted", envelope.template().isInternal() ? "auto-generated" : "auto-replied");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }

    static String html(String text) {
        var html = new StringBuilder("""
                <!DOCTYPE html><html><body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2933">
                <div style="max-width:560px">
                """);
        for (var paragraph : text.strip().split("\\n\\s*\\n")) {
            html.append("<p>")
                    .append(HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>"))
                    .append("</p>\n");
        }
        return html.append("</div></body></html>\n").toString();
    }

    /** Keeps the Message-ID that was stored before sending. */
    private static final class KnownMail extends MimeMessage {

        private final String messageId;

        KnownMail(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
