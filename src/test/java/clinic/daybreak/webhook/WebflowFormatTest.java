package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.NOW;
import static clinic.daybreak.webhook.WebhookFixtures.SECRET;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebflowFormatTest {

    private static final String SAMPLE = """
            {"triggerType":"form_submission","payload":{"name":"Contact Us","siteId":"6542","data":\
            {"First Name":"Odile","email":"odile@example.com","Phone Number":16615550100},"schema":\
            [{"fieldName":"First Name","fieldType":"FormTextInput","fieldElementId":"2850"}],\
            "submittedAt":"2026-11-25T02:00:00Z","id":"6321","formId":"65429"}}""";
    private static final String OLD = """
            {"name":"Contact Us","site":"6542","data":{"Name":"Odile Quist","Email":"odile@example.com"},\
            "d":"2022-09-14T12:35:16.117Z","_id":"6321ca"}""";
    private static final String TIME = "1795572000000";
    private static final String SIGNED = "b3f6e8fa521c5d43d88abaa6e10df9733201f33666a1107c30f82e0f3f814ed7";

    private final WebflowFormat format = new WebflowFormat(WebhookFixtures.SAMPLES);

    @Test
    void answers_are_the_data_with_numbers_in_full() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("First Name", "Odile"),
                        entry("email", "odile@example.com"),
                        entry("Phone Number", "16615550100"),
                        entry("submitted_at", "2026-11-25T02:00:00Z"));
        assertThat(answers(format, JSON, "{\"data\":{\"Phone\":1.66155501E10,\"Huge\":1e999999999}}"))
                .containsExactly(entry("Phone", "16615550100"), entry("Huge", "1E+999999999"));
    }

    @Test
    void the_first_version_says_the_same_in_other_words() {
        assertThat(answers(format, JSON, OLD))
                .containsExactly(
                        entry("Name", "Odile Quist"),
                        entry("Email", "odile@example.com"),
                        entry("submitted_at", "2022-09-14T12:35:16.117Z"));
        assertThat(format.receive(json(OLD)).getFirst().externalId()).isEqualTo("6321ca");
    }

    @Test
    void signed_or_made_in_the_dashboard_it_is_named_by_its_id() {
        assertThat(signed(SAMPLE, TIME, SIGNED).getFirst().externalId()).isEqualTo("6321");
        assertThat(signed(SAMPLE, TIME, SIGNED.toUpperCase()).getFirst().externalId())
                .isEqualTo("6321");
        assertThat(format.receive(json(SAMPLE)).getFirst().externalId()).isEqualTo("6321");
        assertThat(format.receive(hook(JSON, SAMPLE, "", "x-webflow-signature", "any"))
                        .getFirst()
                        .externalId())
                .isEqualTo("6321");
    }

    private List<Arrival> signed(String body, String time, String signature) {
        return format.receive(json(body, "x-webflow-timestamp", time, "x-webflow-signature", signature));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b3f6e8fa",
                SIGNED + "00",
                "zz",
                "b3f6e8fa521c5d43d88abaa6e10df9733201f33666a1107c30f82e0f3f814ed8"
            })
    void a_wrong_signature_is_refused(String signature) {
        assertThatThrownBy(() -> signed(SAMPLE, TIME, signature)).isInstanceOf(NotGenuineException.class);
    }

    @Test
    void a_signature_without_its_time_or_for_another_body_is_refused() {
        assertThatThrownBy(() -> format.receive(json(SAMPLE, "x-webflow-signature", SIGNED)))
                .isInstanceOf(NotGenuineException.class);
        assertThatThrownBy(() -> signed(OLD, TIME, SIGNED)).isInstanceOf(NotGenuineException.class);
    }

    @Test
    void a_right_signature_runs_out_after_five_minutes() {
        var sample = format.sample(SECRET, "6321");

        assertThat(format.receive(sample)).hasSize(1);
        assertThat(format.receive(later(sample, Duration.ofMinutes(5)))).hasSize(1);
        assertThatThrownBy(
                        () -> format.receive(later(sample, Duration.ofMinutes(5).plusMillis(1))))
                .isInstanceOf(NotGenuineException.class)
                .hasMessageContaining("five minutes");
        assertThatThrownBy(() -> format.receive(later(sample, Duration.ofMinutes(-6))))
                .isInstanceOf(NotGenuineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "99999999999999999999", "9223372036854775807"})
    void a_time_that_is_none_is_refused_although_the_signature_fits(String time) {
        var body = WebhookFixtures.bytes(SAMPLE);
        var signature = Hmac.hex(Hmac.sha256(SECRET, WebhookFixtures.bytes(time + ":"), body));

        assertThatThrownBy(() -> signed(SAMPLE, time, signature)).isInstanceOf(NotGenuineException.class);
    }

    private static Hook later(Hook hook, Duration by) {
        return new Hook(hook.headers(), hook.contentType(), hook.body(), hook.secret(), NOW.plus(by));
    }
}
