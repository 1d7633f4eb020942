package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static clinic.daybreak.webhook.WebhookFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.NotGenuineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleAdsFormatTest {

    private static final String SAMPLE = """
            {"lead_id":"TeSter-123","api_version":"1.0","form_id":40000000000,"campaign_id":123,"adgroup_id":0,\
            "creative_id":0,"gcl_id":"Cj0K","google_key":"demo-secret","is_test":false,\
            "lead_submit_time":"2026-11-25T02:00:00Z","user_column_data":[\
            {"column_id":"FULL_NAME","column_name":"Full Name","string_value":"Femi Cruz"},\
            {"column_id":"EMAIL","string_value":"femi@example.com"},\
            {"column_id":"PHONE_NUMBER","string_value":"+16025550123"},\
            {"column_id":"what_helps","column_name":"What has helped?","string_value":"Walking"}]}""";

    private final GoogleAdsFormat format = new GoogleAdsFormat(WebhookFixtures.SAMPLES);

    @Test
    void answers_go_by_column_and_own_questions_by_their_words() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("FULL_NAME", "Femi Cruz"),
                        entry("EMAIL", "femi@example.com"),
                        entry("PHONE_NUMBER", "+16025550123"),
                        entry("What has helped?", "Walking"),
                        entry("lead_submit_time", "2026-11-25T02:00:00Z"));
        assertThat(format.fixedNames()).contains(entry("WORK_EMAIL", "email"), entry("WORK_PHONE", "phone"));
        assertThatThrownBy(() -> answers(format, JSON, "{}")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void the_key_is_compared_and_never_handed_on() {
        var arrival = format.receive(json(SAMPLE)).getFirst();

        assertThat(arrival.externalId()).isEqualTo("TeSter-123");
        assertThat(arrival.isTest()).isFalse();
        assertThat(text(arrival.body()))
                .doesNotContain("google_key", "demo-secret")
                .contains("\"form_id\":40000000000", "\"gcl_id\":\"Cj0K\"", "Femi Cruz");
        assertThat(format.answers(arrival.contentType(), arrival.body())).isEqualTo(answers(format, JSON, SAMPLE));
    }

    @Test
    void a_test_is_marked() {
        var marked = SAMPLE.replace("\"is_test\":false", "\"is_test\":true");

        assertThat(format.receive(json(marked)).getFirst().isTest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"google_key\":\"demo-secre\"",
                "\"google_key\":\"Demo-Secret\"",
                "\"google_key\":\"\"",
                "\"google_key\":null",
                "\"google_key\":[\"demo-secret\",\"x\"]",
                "\"other\":\"demo-secret\"",
                "\"google_key\":\"x\",\"google_key\":\"demo-secret\""
            })
    void a_wrong_missing_or_doubled_key_is_refused(String key) {
        var body = SAMPLE.replace("\"google_key\":\"demo-secret\"", key);

        assertThatThrownBy(() -> format.receive(json(body))).isInstanceOf(NotGenuineException.class);
    }

    @Test
    void without_an_agreed_secret_or_without_a_readable_body_nothing_is_taken() {
        assertThatThrownBy(() -> format.receive(
                        hook(JSON, SAMPLE.replace("\"google_key\":\"demo-secret\"", "\"google_key\":\"\""), "")))
                .isInstanceOf(NotGenuineException.class);
        assertThatThrownBy(() -> format.receive(json("{"))).isInstanceOf(NotGenuineException.class);
    }

    @Test
    void half_a_letter_in_an_answer_does_no_harm() {
        var arrival = format.receive(json(SAMPLE.replace("Femi", "\\ud83d"))).getFirst();

        assertThat(format.answers(arrival.contentType(), arrival.body())).containsEntry("FULL_NAME", "? Cruz");
    }
}
