package clinic.daybreak.mailbox;

import static clinic.daybreak.mailbox.MailboxFixtures.answers;
import static clinic.daybreak.mailbox.MailboxFixtures.bytes;
import static clinic.daybreak.mailbox.MailboxFixtures.format;
import static clinic.daybreak.mailbox.MailboxFixtures.letter;
import static clinic.daybreak.mailbox.MailboxFixtures.mail;
import static clinic.daybreak.mailbox.MailboxFixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.capture.Hook;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxFormatTest {

    // letters of people

    @Test
    void a_letter_is_its_writers_message_with_name_and_address_from_its_headers() {
        var said = answers(
                letter("Zoë Ångström <Zoe@Example.com>", "Question", "Do you take new patients?\n\nZoë\n(661) 555"));

        assertThat(said)
                .containsEntry("full_name", "Zoë Ångström")
                .containsEntry("email", "Zoe@Example.com")
                .containsEntry("subject", "Question")
                .containsEntry("message", "Do you take new patients?\n\nZoë\n(661) 555")
                .doesNotContainKeys("quoted_history", "attachments", "note");
    }

    @Test
    void answers_go_to_reply_to_rather_than_from() {
        assertThat(answers(letter("Ann <ann@work.example>", "Hi", "Hello", "Reply-To: Ann at home <ann@home.example>")))
                .containsEntry("email", "ann@home.example")
                .containsEntry("full_name", "Ann at home");
    }

    @Test
    void a_phone_number_in_the_signature_is_taken_and_stays_in_the_message() {
        assertThat(answers(letter("ann@example.com", "Hi", "Please call me.\n\n--\nAnn Lee\nCell: (661) 555-0142")))
                .containsEntry("phone", "(661) 555-0142")
                .containsEntry("message", "Please call me.\n\n--\nAnn Lee\nCell: (661) 555-0142")
                .containsEntry("email", "ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Nov 23, 2026 at 9:00 AM Bea <bea@example.com> wrote:\n> You should ask them",
                "On Mon, Nov 23, 2026 at 9:00 AM Bea Longname-Smith\n<bea@example.com> wrote:\n\n> You should ask them",
                "El lun, 23 nov 2026 a las 9:00, Bea (<bea@example.com>) escribió:\n> You should ask them",
                "-----Original Message-----\nFrom: Bea\nSent: Monday\nYou should ask them",
                "________________________________\nFrom: Bea <bea@example.com>\nSent: Monday\nTo: Ann\nYou should ask them",
                "> You should ask them\n>\n> Bea",
            })
    void what_is_quoted_below_is_no_part_of_the_message_but_is_kept_and_scanned(String quoted) {
        var said = answers(letter("ann@example.com", "Fwd", "Can you help?\n\n" + quoted));

        assertThat(said.get("message")).startsWith("Can you help?").doesNotContain("You should ask them");
        assertThat(said.get("quoted_history")).contains("You should ask them");
    }

    @Test
    void answers_between_quoted_lines_are_not_cut_off() {
        var text = "On Monday, Bea wrote:\n> Are you well?\nNo, I am not.\n> Shall I call?\nPlease do.";

        assertThat(answers(letter("ann@example.com", "Re", text))).containsEntry("message", text);
    }

    @Test
    void a_forwarded_mail_is_part_of_the_message() {
        var text =
                "See below.\n\n---------- Forwarded message ---------\nFrom: Bea <bea@example.com>\nSubject: Help\n\nI need"
                        + " help.";

        assertThat(answers(letter("ann@example.com", "Fwd: Help", text)).get("message"))
                .contains("I need help.");
    }

    // what websites and directories hand on

    @Test
    void of_a_form_the_typed_answers_count_and_the_website_is_never_the_writer() {
        assertThat(answers(notification("Ann O'Neil", "ann@example.com", "Hello\nthere")))
                .containsEntry("full_name", "Ann O'Neil")
                .containsEntry("email", "ann@example.com")
                .hasEntrySatisfying("message", message -> assertThat(message).startsWith("Hello\nthere"));
    }

    @Test
    void the_form_mail_of_contact_form_7_is_read() {
        var said = answers(letter(
                "Clinic <wordpress@clinic.example>",
                "Clinic \"Question\"",
                "From: Ann Lee <ann@example.com>\nSubject: Question\n\nMessage Body:\nHow long does it take?\n\n-- \nThis is a"
                        + " notification"));

        assertThat(said)
                .containsEntry("full_name", "Ann Lee")
                .containsEntry("email", "ann@example.com")
                .hasEntrySatisfying("message", message -> assertThat(message).startsWith("How long does it take?"));
    }

    @Test
    void the_form_mail_of_wpforms_is_read() {
        var said = answers(letter(
                "Clinic <wordpress@clinic.example>",
                "New Entry",
                "--- Name ---\n\nAnn Lee\n\n--- Email ---\n\nann@example.com\n\n--- Comment or Message ---\n\nHello"));

        assertThat(said)
                .containsEntry("full_name", "Ann Lee")
                .containsEntry("email", "ann@example.com")
                .containsEntry("message", "Hello");
    }

    @Test
    void the_html_table_of_a_form_plug_in_is_read() {
        var said = answers(mail("Website <no-reply@forms.example>", "New entry", "text/html; charset=utf-8", """
                <html><head><style>td { color: red }</style><title>Entry</title></head><body><table>
                <tr><td><strong>Nombre</strong></td><td>José Núñez</td></tr>
                <tr><td><b>Correo electrónico:</b></td><td><a href="mailto:jose@example.com">jose@example.com</a></td></tr>
                <tr><td><p>Tel&eacute;fono</p></td><td><p>(661) 555-0142</p></td></tr>
                <tr><td>Condition</td><td>Depression</td></tr>
                <tr><td>Mensaje</td><td>Hola,<br>necesito ayuda</td></tr></table></body></html>
                """));

        assertThat(said)
                .containsEntry("full_name", "José Núñez")
                .containsEntry("email", "jose@example.com")
                .containsEntry("phone", "(661) 555-0142")
                .containsEntry("Condition", "Depression")
                .containsEntry("message", "Hola,\nnecesito ayuda");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Psychology Today <somebody@psychologytoday.com>",
                "Therapists <contact@mail.psychologytoday.com>",
                "Clinic <no-reply@anything.example>",
                "Notifications <notifications@anything.example>",
                "Our own desk <desk@clinic.example>",
                "WordPress <wordpress@blog.example>"
            })
    void who_only_hands_it_on_is_never_the_writer(String from) {
        assertThat(answers(letter(from, "New", "Ann would like to talk to you.", "Reply-To: Ann <ann@example.com>")))
                .containsEntry("email", "ann@example.com")
                .containsEntry("full_name", "Ann");
        assertThat(answers(letter(from, "New", "Somebody would like to talk to you.")))
                .doesNotContainKey("email");
    }

    @Test
    void a_mailbox_at_a_provider_for_everybody_does_not_make_everybody_there_the_clinic() {
        var type = new MailType("clinic@gmail.com", false, false).write();

        assertThat(format().answers(type, bytes(letter("ann@gmail.com", "Hi", "Hello"))))
                .containsEntry("email", "ann@gmail.com");
        assertThat(format().answers(type, bytes(letter("clinic@gmail.com", "Hi", "Hello"))))
                .doesNotContainKey("email");
    }

    @Test
    void words_outside_of_all_labels_are_kept() {
        assertThat(answers(letter("x@forms.example", "New", "Hurrah, a visitor wrote\n\nName: Ann\nMessage: Hi")))
                .containsEntry("other text", "Hurrah, a visitor wrote");
    }

    // identity

    @Test
    void the_same_mail_by_another_way_has_the_same_name_and_another_mail_with_the_same_message_id_has_not() {
        var mail = letter("ann@example.com", "Hi", "Hello");
        var first = received("Received: from a\n" + mail);

        assertThat(received("Received: from b\nReceived: from c\n" + mail)).isEqualTo(first);
        assertThat(received(mail.replace("Hello", "Good bye"))).isNotEqualTo(first);
        assertThat(received(mail.replaceAll("Message-ID.*\n", ""))).hasSize(64);
    }

    private static String received(String mail) {
        return MailIdentity.of(bytes(mail));
    }

    @Test
    void the_daily_proof_is_a_mail_that_can_be_read() {
        Hook sample = format().sample("", UUID.randomUUID().toString());

        assertThat(format().receive(sample)).hasSize(1);
        assertThat(format().answers(sample.contentType(), sample.body()))
                .containsEntry("email", "canary@daybreak.invalid");
        assertThat(format().reservation(sample.contentType(), sample.body())).isEmpty();
    }

    // any labelled lines that are written are read back

    record Written(String label, String ours, String value, String style) {

        String line() {
            return style.formatted(label, value);
        }
    }

    @Property(tries = 500)
    void any_labelled_lines_are_read_back(
            @ForAll("name") Written name,
            @ForAll("email") Written email,
            @ForAll("phone") Written phone,
            @ForAll("message") Written message) {
        var text = String.join("\n", name.line(), email.line(), phone.line(), message.line());
        var read = answers(letter("noreply@forms.example", "New", text));

        for (var written : List.of(name, email, phone, message)) {
            assertThat(read).containsEntry(written.ours(), written.value());
        }
    }

    @Provide
    Arbitrary<Written> name() {
        return written("full_name", words(), "Name", "Your name", "Nombre", "Full Name", "NAME");
    }

    @Provide
    Arbitrary<Written> email() {
        var address =
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20).map(local -> local + "@example.com");
        return written("email", address, "E-mail", "Email", "Correo electrónico", "Email Address", "Your-Email");
    }

    @Provide
    Arbitrary<Written> phone() {
        var number = Arbitraries.strings().numeric().ofLength(7).map(digits -> "(661) " + digits);
        return written("phone", number, "Phone", "Teléfono", "Your phone", "Mobile", "Phone number");
    }

    @Provide
    Arbitrary<Written> message() {
        return written("message", words(), "Message", "Mensaje", "Your message", "Comments", "Message Body");
    }

    private static Arbitrary<Written> written(String ours, Arbitrary<String> values, String... labels) {
        return Combinators.combine(
                        Arbitraries.of(labels),
                        values,
                        Arbitraries.of(
                                "%s: %s",
                                "%s:%s", "%s\t%s", "*%s:* %s", "**%s:** %s", "> %s: %s", "- %s: %s", "%s : %s"))
                .as((label, value, style) -> new Written(label, ours, value, style));
    }

    /** Letters of any script, with what names and sentences are made of in between. */
    private static Arbitrary<String> words() {
        var letters =
                Arbitraries.chars().range('a', 'z').range('A', 'Z').with('é', 'ñ', '李', 'ש', 'م', '’', '\'', '-', ' ');
        return letters.list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(list -> list.stream()
                        .map(String::valueOf)
                        .reduce("x", String::concat)
                        .strip());
    }
}
