package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.SECRET;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.NotGenuineException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeformFormatTest {

    private static final String HEADER = "Typeform-Signature";
    private static final String SAMPLE = """
            {"event_id":"01KB","event_type":"form_response","form_response":{"form_id":"lT9Z3j","token":"a3a1",\
            "landed_at":"2026-11-25T01:58:00Z","submitted_at":"2026-11-25T02:01:00Z","hidden":{"utm_source":"google"},\
            "definition":{"id":"lT9Z3j","fields":[]},"answers":[{"type":"email","email":"mara@example.com",\
            "field":{"id":"Sm1","type":"email","ref":"email"}},{"type":"choice","choice":{"id":"c1","label":"PTSD",\
            "ref":"ptsd"},"field":{"id":"Jw2","type":"multiple_choice","ref":"condition"}}]}}""";
    private static final String SIGNED = "jbrXfOkc7DTc7ag1q4Dlgrvyjnqj/2wsFUNMGCQgIZg=";

    private final TypeformFormat format = new TypeformFormat(WebhookFixtures.SAMPLES);

    @Test
    void answers_go_by_the_reference_of_their_field_and_hidden_fields_by_their_name() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("email", "mara@example.com"),
                        entry("condition", "PTSD"),
                        entry("utm_source", "google"),
                        entry("submitted_at", "2026-11-25T02:01:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "type":"text","text":"O'Dell"                                  | O'Dell
                    "type":"phone_number","phone_number":"+16615550142"            | +16615550142
                    "type":"choice","choice":{"other":"My own words"}              | My own words
                    "type":"choices","choices":{"labels":["A","B"],"ids":["1"]}    | A, B
                    "type":"choices","choices":{"labels":["A"],"other":"C"}        | A, C
                    "type":"boolean","boolean":true                                | true
                    "type":"date","date":"2026-11-25"                              | 2026-11-25
                    "type":"number","number":12                                    | 12
                    "type":"number","number":12.50                                 | 12.5
                    "type":"url","url":"https://example.com"                       | https://example.com
                    "type":"file_url","file_url":"https://api.example/file"        | https://api.example/file
                    "type":"payment","payment":{"amount":"5"}                      | {"amount":"5"}
                    "type":"unheard_of"                                            | ''
                    """)
    void a_value_stands_under_the_name_of_its_type(String answer, String expected) {
        var body = "{\"form_response\":{\"answers\":[{" + answer + ",\"field\":{\"id\":\"Q1\"}}]}}";

        assertThat(answers(format, JSON, body)).containsExactly(entry("Q1", expected));
    }

    @Test
    void signed_it_is_named_by_the_token_of_the_response_whatever_the_event() {
        var arrival = format.receive(json(SAMPLE, HEADER, "sha256=" + SIGNED)).getFirst();

        assertThat(arrival.externalId()).isEqualTo("a3a1");
        assertThat(format.receive(hook(JSON, SAMPLE.replace("01KB", "01KC"), ""))
                        .getFirst()
                        .externalId())
                .isEqualTo("a3a1");
        assertThat(format.receive(hook(JSON, SAMPLE.replace("\"token\":\"a3a1\",", ""), ""))
                        .getFirst()
                        .externalId())
                .isEqualTo("01KB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                SIGNED,
                "sha256=jbrXfOkc7DTc7ag1q4Dlgrvyjnqj/2wsFUNMGCQgIZg",
                "sha256=JBRXFOKC7DTC7AG1Q4DLGRVYJNQJ/2WSFUNMGCQGIZG=",
                "sha1=" + SIGNED,
                "sha256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void a_missing_cut_or_foreign_signature_is_refused(String signature) {
        assertThatThrownBy(() -> format.receive(json(SAMPLE, HEADER, signature)))
                .isInstanceOf(NotGenuineException.class);
    }

    @Test
    void what_was_not_sent_yet_is_no_submission_but_must_be_signed_too() {
        var partial = SAMPLE.replace("\"event_type\":\"form_response\"", "\"event_type\":\"form_response_partial\"");
        var signature =
                "sha256=" + Base64.getEncoder().encodeToString(Hmac.sha256(SECRET, WebhookFixtures.bytes(partial)));

        assertThat(format.receive(json(partial, HEADER, signature))).isEmpty();
        assertThatThrownBy(() -> format.receive(json(partial))).isInstanceOf(NotGenuineException.class);
    }

    @Test
    void a_signed_body_that_cannot_be_read_is_kept_for_a_human() {
        var signature = "sha256=" + Base64.getEncoder().encodeToString(Hmac.sha256(SECRET, WebhookFixtures.bytes("{")));

        var arrivals = format.receive(json("{", HEADER, signature));

        assertThat(arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.externalId()).isNull();
            assertThat(arrival.body()).isEqualTo(WebhookFixtures.bytes("{"));
        });
        assertThatThrownBy(() -> answers(format, JSON, "{\"form_response\":{}}"))
                .isInstanceOf(UnreadableException.class);
    }
}
