package clinic.daybreak.mailbox;

import static clinic.daybreak.mailbox.MailboxFixtures.TYPE;
import static clinic.daybreak.mailbox.MailboxFixtures.answers;
import static clinic.daybreak.mailbox.MailboxFixtures.bytes;
import static clinic.daybreak.mailbox.MailboxFixtures.format;
import static clinic.daybreak.mailbox.MailboxFixtures.letter;
import static clinic.daybreak.mailbox.MailboxFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mail as it really comes: reading it never fails and never loses words. */
class MailCorpusTest {

    private static final String WORDS = "I cannot sleep any more";
    private static final String ANN = "Ann <ann@example.com>";

    @Test
    void of_alternatives_the_plain_text_is_taken() {
        var said = answers(multipart(
                "alternative", part("text/plain", WORDS), part("text/html", "<p><b>" + WORDS + "</b> and so on</p>")));

        assertThat(said).containsEntry("message", WORDS);
    }

    @Test
    void a_plain_text_that_only_says_that_it_is_none_gives_way_to_the_html() {
        var html = "<p>" + WORDS + "</p><p>" + "I have tried so many things. ".repeat(20) + "</p>";
        var said = answers(multipart(
                "alternative", part("text/plain", "Your program cannot show HTML."), part("text/html", html)));

        assertThat(said.get("message")).startsWith(WORDS);
    }

    @Test
    void html_alone_becomes_text_without_what_nobody_sees() {
        var said = answers(mail(
                ANN,
                "Hi",
                "text/html; charset=utf-8",
                "<style>p{}</style><script>alert(1)</script><p>" + WORDS + "</p><div>Ann<br>Lee</div>"
                        + "<blockquote>old words</blockquote>"));

        assertThat(said)
                .containsEntry("message", WORDS + "\n\nAnn\nLee")
                .containsEntry("quoted_history", "> old words");
    }

    @Test
    void windows_1252_is_read_also_when_the_mail_says_latin_1_or_something_unknown() {
        for (var charset : new String[] {"windows-1252", "iso-8859-1", "x-unknown", "us-ascii", "utf-8"}) {
            var body = bytes(
                    mail(ANN, "Hi", "text/plain; charset=" + charset, "“Señor” costs 5 €"),
                    Charset.forName("windows-1252"));

            assertThat(answers(body)).as(charset).containsEntry("message", "“Señor” costs 5 €");
        }
    }

    @Test
    void base_64_is_read_also_when_it_is_torn_off() {
        var whole = Base64.getMimeEncoder().encodeToString((WORDS + " 😀 and more").getBytes(StandardCharsets.UTF_8));
        var header = "Content-Transfer-Encoding: base64";

        assertThat(answers(letter(ANN, "Hi", whole, header))).containsEntry("message", WORDS + " 😀 and more");
        assertThat(answers(letter(ANN, "Hi", whole.substring(0, whole.length() - 5), header))
                        .get("message"))
                .startsWith(WORDS);
        assertThat(answers(letter(ANN, "Hi", WORDS + "!", "Content-Transfer-Encoding: x-strange")))
                .containsEntry("message", WORDS + "!");
    }

    @Test
    void quoted_printable_and_encoded_words_are_read() {
        var said = answers(letter(
                "=?UTF-8?B?Wm/Dqw==?= =?iso-8859-1?Q?=C5ngstr=F6m?= <zoe@example.com>",
                "=?UTF-8?Q?=C2=BFPuedo_llamar=3F?=",
                "Ma=C3=B1ana =\nles llamo",
                "Content-Transfer-Encoding: quoted-printable"));

        assertThat(said)
                .containsEntry("full_name", "ZoëÅngström")
                .containsEntry("subject", "¿Puedo llamar?")
                .containsEntry("message", "Mañana les llamo");
    }

    @Test
    void a_mail_inside_a_mail_is_read_with_who_wrote_it() {
        var inner = letter("Bea <bea@example.com>", "Please", WORDS);
        var said = answers(
                multipart("mixed", part("text/plain", "See below"), "--X\nContent-Type: message/rfc822\n\n" + inner));

        assertThat(said.get("message")).contains("See below", "Forwarded from: Bea <bea@example.com>", WORDS);
    }

    @Test
    void attachments_are_counted_and_named_but_not_opened() {
        var said = answers(
                multipart(
                        "mixed",
                        part("text/plain", WORDS),
                        "--X\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"=?UTF-8?B?UsOpc3Vtw6kucGRm?=\""
                                + "\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n",
                        "--X\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=notes.txt\n\nSecret\n"));

        assertThat(said)
                .containsEntry("message", WORDS)
                .containsEntry("attachments", "2, not opened: Résumé.pdf, notes.txt");
        assertThat(said.values()).noneMatch(value -> value.contains("Secret"));
    }

    @Test
    void line_breaks_smuggled_into_a_header_make_no_second_header_or_line() {
        var evil = Base64.getEncoder().encodeToString("Hi\r\nBcc: all@example.com".getBytes(StandardCharsets.UTF_8));
        var said = answers(letter(ANN, "=?UTF-8?B?" + evil + "?=", WORDS));

        assertThat(said).containsEntry("subject", "Hi Bcc: all@example.com").containsEntry("message", WORDS);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("no boundary", mail(ANN, "Hi", "multipart/mixed", WORDS)),
                Arguments.of("boundary that never comes", mail(ANN, "Hi", "multipart/mixed; boundary=Y", WORDS)),
                Arguments.of("no end", mail(ANN, "Hi", "multipart/mixed; boundary=X", "--X\n\n" + WORDS)),
                Arguments.of("no type", mail(ANN, "Hi", "", WORDS)),
                Arguments.of("strange type", mail(ANN, "Hi", ";;;=text", WORDS)),
                Arguments.of("strange charset", mail(ANN, "Hi", "text/plain; charset=\"\u0000?\"", WORDS)),
                Arguments.of("bad address", letter("Ann <<ann@example.com>,,;", "Hi", WORDS)),
                Arguments.of("nul", letter(ANN, "H\u0000i", "\u0000" + WORDS + "\u0000")),
                Arguments.of("emoji and right to left", letter(ANN, "🙏", "‮" + WORDS + " 😀 مرحبا שלום")),
                Arguments.of("deep", deep(60)),
                Arguments.of("a thousand parts", thousand()),
                Arguments.of("a very long line", letter(ANN, "Hi", WORDS + "x".repeat(200_000))),
                Arguments.of("many labels", letter(ANN, "Hi", "A: b\n".repeat(10_000) + WORDS)),
                Arguments.of("many tags", mail(ANN, "Hi", "text/html", "<div>".repeat(20_000) + WORDS)),
                Arguments.of(
                        "many cells", mail(ANN, "Hi", "text/html", "<table>" + "<tr><td>a<td>b".repeat(9_000) + WORDS)),
                Arguments.of(
                        "markup in every place",
                        letter("\"<img onerror=x>\" <a@b.example>", "<b>", "<script>" + WORDS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void however_broken_a_mail_is_its_words_are_read(String how, String mail) {
        assertThat(String.join("\n", answers(mail).values()).replace("\u0000", ""))
                .as(how)
                .contains(WORDS);
    }

    private static String deep(int levels) {
        var mail = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=B")
                    .append(level)
                    .append("\n\n--B")
                    .append(level)
                    .append("\n");
        }
        return "From: " + ANN + "\n" + mail + "\n" + WORDS + "\n";
    }

    private static String thousand() {
        return mail(
                ANN, "Hi", "multipart/mixed; boundary=X", "--X\n\nx\n".repeat(1_000) + "--X\n\n" + WORDS + "\n--X--");
    }

    @Property(tries = 300)
    void no_bytes_whatsoever_make_reading_fail(@ForAll byte[] noise) {
        assertThat(format().answers(TYPE, noise)).doesNotContainValue(null);
        format().reservation(TYPE, noise);
        assertThat(MailIdentity.of(noise)).isNotBlank();
    }

    @Property(tries = 300)
    void no_mail_with_any_of_its_bytes_changed_makes_reading_fail(@ForAll("places") Map<Integer, Byte> changes) {
        var mail =
                bytes(multipart("alternative", part("text/plain", WORDS), part("text/html", "<p>" + WORDS + "</p>")));
        changes.forEach((place, value) -> mail[place % mail.length] = value);

        assertThat(format().answers(TYPE, mail)).doesNotContainValue(null);
        format().reservation(TYPE, mail);
    }

    @Provide
    Arbitrary<Map<Integer, Byte>> places() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 2_000), Arbitraries.bytes())
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void any_words_in_any_encoding_come_out_again(@ForAll("texts") String text, @ForAll("encodings") String encoding) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("From: " + ANN + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
                + encoding + "\n\n"));
        var body = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(encoding.equals("base64") ? Base64.getMimeEncoder().encode(body) : body);

        assertThat(answers(out.toByteArray()).get("message")).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcXYZ äñ😀李שم,.!?")
                .ofMinLength(1)
                .ofMaxLength(400)
                .map(text -> "x" + text.replaceAll("[\\ud800-\\udfff]", "") + "x");
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("8bit", "base64", "binary");
    }

    private static String multipart(String kind, String... parts) {
        return mail(ANN, "Hi", "multipart/" + kind + "; boundary=X", String.join("\n", parts) + "\n--X--");
    }

    private static String part(String type, String text) {
        return "--X\nContent-Type: " + type + "; charset=utf-8\n\n" + text;
    }
}
