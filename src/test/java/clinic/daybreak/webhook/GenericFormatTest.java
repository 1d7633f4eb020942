package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.FORM;
import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.NotGenuineException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericFormatTest {

    private static final String SAMPLE = """
            {"submission_id":"rec-77","full_name":"Noor Okoye","email":"noor@example.com","phone":"(661) 555-0142",\
            "location":"phoenix","message":"Please call","consent_email":true,"score":4}""";

    private final GenericFormat format = new GenericFormat(WebhookFixtures.SAMPLES);

    @Test
    void json_with_the_published_names_and_others_is_read() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("submission_id", "rec-77"),
                        entry("full_name", "Noor Okoye"),
                        entry("email", "noor@example.com"),
                        entry("phone", "(661) 555-0142"),
                        entry("location", "phoenix"),
                        entry("message", "Please call"),
                        entry("consent_email", "true"),
                        entry("score", "4"));
    }

    @Test
    void what_is_nested_is_named_by_its_way() {
        assertThat(
                        answers(
                                format,
                                JSON,
                                "{\"lead\":{\"email\":\"a@example.com\",\"days\":[\"Mon\",\"Tue\"],\"more\":{}},\"none\":null,\"list\":[]}"))
                .containsExactly(
                        entry("lead.email", "a@example.com"),
                        entry("lead.days", "Mon, Tue"),
                        entry("lead.more", ""),
                        entry("none", ""),
                        entry("list", ""));
    }

    @Test
    void a_form_is_read_and_several_values_are_joined() {
        assertThat(answers(
                        format,
                        FORM,
                        "email=noor%40example.com&days[]=Mon&days[]=Tue&time[0]=am&time[1]=pm&tag=a&tag=b&x"))
                .containsExactly(
                        entry("email", "noor@example.com"),
                        entry("days", "Mon, Tue"),
                        entry("time", "am, pm"),
                        entry("tag", "a, b"),
                        entry("x", ""));
    }

    @Test
    void a_form_in_another_character_set_is_read_in_it() {
        assertThat(answers(format, FORM + ";charset=ISO-8859-1", "name=Ren%E9e"))
                .containsExactly(entry("name", "Renée"));
        assertThat(format.answers(
                        "application/json; charset=\"iso-8859-1\"",
                        "{\"name\":\"Renée\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(entry("name", "Renée"));
    }

    @Test
    void a_multipart_form_is_read_and_of_a_file_its_name() {
        var body = """
                --X\r
                Content-Disposition: form-data; name="full_name"\r
                \r
                Noor Ökoye\r
                --X\r
                Content-Disposition: form-data; name="dónde"\r
                \r
                line 1\r
                line 2\r
                --X\r
                Content-Disposition: form-data; name="letter"; filename="letter.pdf"\r
                Content-Type: application/pdf\r
                \r
                %PDF\r
                --X--\r
                """;

        assertThat(answers(format, "multipart/form-data; boundary=X", body))
                .containsExactly(
                        entry("full_name", "Noor Ökoye"),
                        entry("dónde", "line 1\r\nline 2"),
                        entry("letter", "letter.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "", "application/x-www-form-urlencoded", "nonsense"})
    void json_is_known_by_how_it_begins(String contentType) {
        assertThat(answers(format, contentType, " \n{\"email\":\"a@example.com\"}"))
                .containsExactly(entry("email", "a@example.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, hello",
        "text/plain, hello",
        "text/plain, ''",
        "application/json, '[1]'",
        "application/x-www-form-urlencoded, a=%zz",
        "application/json;charset=none-such, '{}'",
        "multipart/form-data, a=b",
        "multipart/form-data; boundary=X, a=b"
    })
    void what_is_neither_is_refused_with_a_sentence(String contentType, String body) {
        assertThatThrownBy(() -> answers(format, contentType, body))
                .isInstanceOf(UnreadableException.class)
                .message()
                .endsWith(".");
    }

    @Test
    void in_json_the_senders_own_name_counts_and_in_a_form_also_what_was_written() {
        assertThat(identity(JSON, SAMPLE)).isEqualTo("rec-77");
        assertThat(identity(JSON, "{\"email\":\"a@example.com\"}", "Idempotency-Key", " k-1 "))
                .isEqualTo("k-1");
        assertThat(identity(JSON, "{\"email\":\"a@example.com\"}")).isNull();
        assertThat(identity(JSON, "{\"submission_id\":\"" + "x".repeat(201) + "\"}"))
                .isNull();
        assertThat(identity(FORM, "submission_id=1&email=a")).startsWith("1/");
        assertThat(identity(FORM, "submission_id=1&email=b")).isNotEqualTo(identity(FORM, "submission_id=1&email=a"));
    }

    private String identity(String contentType, String body, String... headers) {
        return format.receive(hook(contentType, body, "", headers)).getFirst().externalId();
    }

    @Test
    void a_secret_that_is_shown_must_be_right() {
        assertThat(format.receive(json(SAMPLE, "X-Daybreak-Secret", "demo-secret")))
                .hasSize(1);
        assertThat(format.receive(json(SAMPLE))).hasSize(1);
        assertThatThrownBy(() -> format.receive(json(SAMPLE, "X-Daybreak-Secret", "demo")))
                .isInstanceOf(NotGenuineException.class);
    }
}
