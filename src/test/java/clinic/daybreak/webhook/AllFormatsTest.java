package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.SECRET;
import static clinic.daybreak.webhook.WebhookFixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every kind of sender. */
class AllFormatsTest {

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=X",
            "text/plain",
            "");

    static List<SenderFormat> formats() {
        return WebhookFixtures.formats();
    }

    /** Those whose body is a list of names and values. */
    private static final List<SenderFormat> FLAT = List.of(
            new ContactForm7Format(WebhookFixtures.SAMPLES),
            new WpFormsFormat(WebhookFixtures.SAMPLES),
            new GravityFormsFormat(WebhookFixtures.SAMPLES),
            new GenericFormat(WebhookFixtures.SAMPLES));

    @Test
    void every_kind_of_webhook_has_one() {
        var others = EnumSet.of(SourceKind.CONTACT_PAGE, SourceKind.API, SourceKind.MAILBOX, SourceKind.IMPORT);

        assertThat(formats())
                .extracting(SenderFormat::kind)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(others));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void its_own_sample_is_genuine_and_says_who_it_is(SenderFormat format) {
        for (var secret : List.of(SECRET, "another")) {
            var sample = format.sample(secret, "0190a-1");

            var arrivals = format.receive(sample);

            assertThat(arrivals).singleElement().satisfies(arrival -> {
                assertThat(arrival.externalId()).contains("0190a-1");
                assertThat(arrival.isTest()).isFalse();
                assertThat(String.join(
                                " ",
                                format.answers(arrival.contentType(), arrival.body())
                                        .values()))
                        .contains("Daybreak", "Test", "canary@daybreak.invalid");
            });
            assertThat(format.receive(sample).getFirst().externalId())
                    .isEqualTo(arrivals.getFirst().externalId());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_sample_signed_with_another_secret_is_refused_where_the_sender_signs(SenderFormat format) {
        var sample = format.sample("another", "0190a-1");
        var hook = new Hook(sample.headers(), sample.contentType(), sample.body(), SECRET, sample.now());

        if (format.kind() == SourceKind.GRAVITY_FORMS || format.kind() == SourceKind.ELEMENTOR) {
            assertThat(format.receive(hook)).hasSize(1);
        } else {
            assertThatThrownBy(() -> format.receive(hook)).isInstanceOf(NotGenuineException.class);
        }
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "{",
                "null",
                "[]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000),
                "{\"payload\":" + "{\"data\":".repeat(70) + "1" + "}".repeat(71),
                "{\"data\":{" + many("\"f%d\":1", ",") + "},\"submission_id\":\"1\"}",
                "{" + many("\"f%d\":1", ",") + "}",
                many("f%d=1", "&"),
                "\u0000",
                "{\"a\":\"\u0000\"}",
                "{\"a\\u0000\":\"\\u0000\\ud83d\",\"submission_id\":\"\\ud83d\"}",
                "{\"a\":1e999999999999,\"id\":1e-2147483648}",
                "{\"a\":" + "9".repeat(5_000) + "}",
                "\u001f\u008b\b\u0000",
                "a=%",
                "=&&&=",
                "fields[=1&fields[]=2&fields[][value]=3&meta[=4&form[=5&[0]=6",
                "--X\r\nContent-Disposition: form-data; name=\"a\r\n\r\n",
                "--X\r\nContent-Disposition: form-data\r\n\r\nb\r\n--X--",
                "--X\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--X--",
                "--X\r\n\r\n--X\r\n\r\n--X--",
                "{\"entry\":[{\"changes\":{\"field\":\"leadgen\",\"value\":[]}}]}",
                "{\"form_response\":{\"answers\":[1,null,{},[{}]],\"hidden\":[1]},\"event_id\":{}}",
                "{\"user_column_data\":[1,null,{}],\"google_key\":\"demo-secret\",\"lead_id\":{}}");
    }

    private static String many(String one, String between) {
        return IntStream.range(0, 10_000).mapToObj(one::formatted).collect(Collectors.joining(between));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_comes_is_taken_refused_as_not_genuine_or_unreadable_and_nothing_else(String body) {
        for (var format : formats()) {
            for (var type : TYPES) {
                take(format, type, bytes(body));
            }
        }
    }

    @Property(tries = 300)
    void any_bytes_are_taken_refused_as_not_genuine_or_unreadable_and_nothing_else(@ForAll byte[] body) {
        for (var format : formats()) {
            for (var type : TYPES) {
                take(format, type, body);
            }
        }
    }

    /** Once with nothing agreed, so that the reading is reached, and once with a secret. */
    private static void take(SenderFormat format, String type, byte[] body) {
        for (var secret : List.of("", SECRET)) {
            try {
                format.receive(new Hook(Map.of(), type, body, secret, WebhookFixtures.NOW))
                        .forEach(arrival -> assertThat(arrival.externalId()).isNotEqualTo(""));
            } catch (NotGenuineException e) {
                assertThat(e).hasMessageEndingWith(".");
            }
        }
        try {
            assertThat(format.answers(type, body)).doesNotContainValue(null);
        } catch (UnreadableException e) {
            assertThat(e).hasMessageEndingWith(".");
        }
    }

    @Property(tries = 500)
    void every_value_that_is_no_envelope_is_kept(@ForAll("fields") Map<String, String> fields) {
        var body = JsonMapper.shared().writeValueAsBytes(fields);
        for (var format : FLAT) {
            var answers = format.answers("application/json", body);

            assertThat(answers.keySet()).as(format.kind().label()).containsExactlyElementsOf(fields.keySet());
            fields.forEach((name, value) -> assertThat(answers.get(name)).isEqualTo(expected(format, value)));
        }
    }

    private static String expected(SenderFormat format, String value) {
        return format.kind() == SourceKind.WPFORMS ? value.replace("||", ", ") : value;
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        var letters = Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .filter(text -> text.chars().noneMatch(letter -> Character.isSurrogate((char) letter)));
        var names = letters.map(name -> "q" + name);
        var values = Arbitraries.oneOf(letters, Arbitraries.of("a||b", "1.5", "null", "[]", "{\"x\":1}", "李😀", " "));
        return Arbitraries.maps(names, values).ofMaxSize(20);
    }
}
