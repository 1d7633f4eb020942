package clinic.daybreak.followup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String MESSAGE_ID = "<0198-known@daybreak.example>";

    private final MailComposer composer = new MailComposer(new FollowupProperties("intake@daybreak.example"));

    @Test
    void a_mail_goes_from_the_clinic_to_one_person_with_the_stored_id_and_date() throws Exception {
        var mail =
                sent("ann@example.com", "We have your message", "Hello Ann,\n\nthank you.\n", "Daybreak Bakersfield");

        assertThat(mail.getMessageID()).isEqualTo(MESSAGE_ID);
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("intake@daybreak.example"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Daybreak Bakersfield");
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ann@example.com"));
        assertThat(mail.getSubject()).isEqualTo("We have your message");
        assertThat(mail.getSentDate()).isEqualTo("2026-06-15T17:00:00Z");
    }

    @Test
    void an_answer_is_marked_as_automatic_so_that_no_machine_answers_it() throws Exception {
        var mail = sent("ann@example.com", "We have your message", "Hello", "Daybreak");

        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    }

    @Test
    void apostrophes_and_every_script_arrive_as_they_were_written() throws Exception {
        var text = "Hello O'Neil, D’Angelo, Nguyễn, 李, 😀, مرحبا & <Ann>,\n\nthank you.\n";
        var mail = sent("o'neil@example.com", "It's here, señor 😀", text, "Bob's Clinic, Nguyễn & Co");

        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("o'neil@example.com"));
        assertThat(mail.getSubject()).isEqualTo("It's here, señor 😀");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Bob's Clinic, Nguyễn & Co");
        assertThat(part(mail, "text/plain").replace("\r\n", "\n")).isEqualTo(text);
    }

    @Test
    void both_parts_say_the_same_and_the_html_is_escaped() throws Exception {
        var mail =
                sent("ann@example.com", "Hi", "Hello <img src=x onerror=alert(1)> & co,\nline\n\nsecond\n", "Daybreak");

        assertThat(part(mail, "text/html"))
                .contains("<p>Hello &lt;img src=x onerror=alert(1)&gt; &amp; co,<br>line</p>", "<p>second</p>");
        assertThat(part(mail, "text/plain")).contains("Hello <img src=x onerror=alert(1)> & co,");
    }

    @Test
    void nothing_is_loaded_from_elsewhere() throws Exception {
        var html = part(sent("ann@example.com", "Hi", "Hello\n", "Daybreak"), "text/html");

        assertThat(html).doesNotContain("http", "src=", "url(", "<img", "<script", "<link", "<a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Daybreak\r\nBcc: all@example.com", "Daybreak\nX-Evil: 1", "Daybreak\r\n\r\nbody"})
    void line_breaks_in_a_sender_name_or_subject_add_no_header(String evil) throws Exception {
        var mail = sent("ann@example.com", evil, "Hello", evil);

        assertThat(mail.getRecipients(RecipientType.BCC)).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(header -> header.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress");
    }

    private MimeMessage sent(String recipient, String subject, String text, String senderName) throws Exception {
        var envelope = new Envelope(
                MessageId.next(),
                MailTemplate.ENQUIRY_RECEIVED,
                MESSAGE_ID,
                recipient,
                subject,
                Instant.parse("2026-06-15T17:00:00Z"));
        var wire = new ByteArrayOutputStream();
        composer.compose(SESSION, envelope, text, senderName).writeTo(wire);
        return new MimeMessage(SESSION, new ByteArrayInputStream(wire.toByteArray()));
    }

    private static String part(Part mail, String type) throws Exception {
        if (mail.isMimeType(type)) {
            return mail.getContent().toString();
        }
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
