package clinic.daybreak.mailbox;

import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.followup.OwnMailFixtures;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Mails in the situations that tests need. */
final class MailboxFixtures {

    static final String MAILBOX = "hello@clinic.example";
    static final String TYPE = new MailType(MAILBOX, false, false).write();

    private MailboxFixtures() {}

    static MailboxFormat format() {
        return new MailboxFormat(OwnMailFixtures.ownMail(), new AdjustableClock(Clock.systemUTC()));
    }

    static Map<String, String> answers(byte[] mail) {
        return format().answers(TYPE, mail);
    }

    static Map<String, String> answers(String mail) {
        return answers(bytes(mail));
    }

    /** Plain text in UTF-8. */
    static String letter(String from, String subject, String text, String... moreHeaders) {
        return mail(from, subject, "text/plain; charset=utf-8", text, moreHeaders);
    }

    static String mail(String from, String subject, String type, String body, String... moreHeaders) {
        var headers = String.join("\n", moreHeaders);
        return "From: " + from + "\nTo: " + MAILBOX + "\nSubject: " + subject + "\nMessage-ID: <" + UUID.randomUUID()
                + "@example.com>\nDate: Wed, 25 Nov 2026 10:00:00 -0800\nMIME-Version: 1.0\nContent-Type: " + type
                + "\n"
                + (headers.isEmpty() ? "" : headers + "\n") + "\n" + body + "\n";
    }

    /** As a website's form plug-in mails what somebody typed. */
    static String notification(String name, String email, String message) {
        return letter(
                "Clinic Website <wordpress@clinic.example>",
                "New message from the website",
                "Name: " + name + "\nE-mail: " + email + "\nMessage:\n" + message
                        + "\n\n-- \nThis is a notification that a contact form was submitted on your website.",
                "Reply-To: " + email);
    }

    static byte[] bytes(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    /** With the line ends of mail. */
    static byte[] bytes(String text, Charset charset) {
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(charset);
    }
}
