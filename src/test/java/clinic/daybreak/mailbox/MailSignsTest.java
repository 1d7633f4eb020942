package clinic.daybreak.mailbox;

import static clinic.daybreak.mailbox.MailboxFixtures.TYPE;
import static clinic.daybreak.mailbox.MailboxFixtures.bytes;
import static clinic.daybreak.mailbox.MailboxFixtures.format;
import static clinic.daybreak.mailbox.MailboxFixtures.letter;
import static clinic.daybreak.mailbox.MailboxFixtures.mail;
import static clinic.daybreak.mailbox.MailboxFixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.capture.Reservation;
import clinic.daybreak.followup.OwnMailFixtures;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSignsTest {

    private static final String ANN = "Ann <ann@example.com>";

    @Test
    void a_letter_and_a_form_are_enquiries() {
        assertThat(of(letter(ANN, "Hi", "Hello", "Auto-Submitted: no", "X-Auto-Response-Suppress: OOF")))
                .isEmpty();
        assertThat(of(notification("Ann", "ann@example.com", "Hello"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied (vacation)",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: Out of office",
                "Return-Path: <>",
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Precedence: list",
                "Precedence: Junk",
                "List-Id: News <news.example.com>",
            })
    void what_a_program_sent_is_put_aside(String header) {
        assertThat(of(letter(ANN, "Hi", "I am away until Monday.", header))).hasValueSatisfying(reservation -> {
            assertThat(reservation.isAside()).isTrue();
            assertThat(reservation.isWritten()).isFalse();
            assertThat(reservation.reason()).endsWith("Nobody wrote it to the clinic.");
        });
    }

    @Test
    void a_notice_of_absence_without_any_header_is_known_by_its_subject_when_it_answers_something() {
        assertThat(of(letter(ANN, "Automatic reply: Hello", "Away", "In-Reply-To: <1@x.example>")))
                .hasValueSatisfying(
                        reservation -> assertThat(reservation.isAside()).isTrue());
        assertThat(of(letter(ANN, "Out of office hours?", "When are you open?")))
                .isEmpty();
    }

    @Test
    void a_form_that_a_program_marked_as_automatic_waits_for_a_human() {
        var form = notification("Ann", "ann@example.com", "Hello")
                .replace("MIME-Version", "Auto-Submitted: auto-generated\nMIME-Version");

        assertThat(of(form)).hasValueSatisfying(reservation -> {
            assertThat(reservation.isAside()).isFalse();
            assertThat(reservation.isWritten()).isTrue();
            assertThat(reservation.reason()).startsWith("A program sent it, and it names somebody");
        });
    }

    @Test
    void a_bounce_waits_for_a_human_and_nobody_wrote_it() {
        var report = mail(
                "x@example.com",
                "Undelivered",
                "multipart/report; report-type=delivery-status; boundary=X",
                "--X\n\nCould not be delivered\n--X\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--X--");

        for (var mail : new String[] {report, letter("MAILER-DAEMON@mx.example", "failure", "no such user")}) {
            assertThat(of(mail)).hasValueSatisfying(reservation -> {
                assertThat(reservation.reason()).startsWith("This looks like a bounce");
                assertThat(reservation.isAside() || reservation.isWritten()).isFalse();
            });
        }
    }

    @Test
    void a_reply_to_one_of_our_mails_waits_for_a_human_and_what_we_wrote_is_not_scanned() {
        var mail = letter(
                ANN,
                "Re: We have your message",
                "Thank you\n\nOn Monday, Daybreak wrote:\n> If you are thinking about ending your life, call 988",
                "In-Reply-To: " + OwnMailFixtures.freshMessageId());

        assertThat(of(mail)).hasValueSatisfying(reservation -> {
            assertThat(reservation.reason()).startsWith("This looks like a reply to a mail that Daybreak sent");
            assertThat(reservation.isWritten()).isTrue();
        });
        assertThat(format().answers(TYPE, bytes(mail)).values()).noneMatch(text -> text.contains("988"));
        assertThat(of(mail.replaceAll("In-Reply-To: <.*@", "In-Reply-To: <something-else@")))
                .isEmpty();
    }

    @Test
    void our_own_mail_is_put_aside_unread() {
        var mail = letter(OwnMailFixtures.ADDRESS, "We have your message", "ending your life, call 988")
                .replaceAll("Message-ID: .*", "Message-ID: " + OwnMailFixtures.freshMessageId());

        assertThat(of(mail)).contains(Reservation.aside("Daybreak itself sent this mail."));
        assertThat(format().answers(TYPE, bytes(mail))).containsOnlyKeys("subject", "heard_by");
        assertThat(of(letter(OwnMailFixtures.ADDRESS, "Hi", "Hello"))
                        .orElseThrow()
                        .isAside())
                .isTrue();
    }

    @Test
    void a_mail_that_names_no_way_to_reach_anybody_waits_for_a_human() {
        assertThat(of(letter("noreply@forms.example", "New", "Somebody called Ann wrote.")))
                .hasValueSatisfying(reservation -> assertThat(reservation.reason())
                        .startsWith("It says neither an e-mail address nor a phone number"));
    }

    @Test
    void a_notification_says_that_its_message_never_arrived() {
        var type = new MailType("hello@clinic.example", true, false).write();

        assertThat(format().reservation(type, bytes(notification("Ann", "ann@example.com", "Hello"))))
                .hasValueSatisfying(reservation -> assertThat(reservation.reason())
                        .startsWith("The website told us by mail of a message that never arrived here."));
    }

    private static Optional<Reservation> of(String mail) {
        return format().reservation(TYPE, bytes(mail));
    }
}
