package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.NotGenuineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactForm7FormatTest {

    private static final String SAMPLE = """
            {"your-name":"Solène O'Dell","your-email":"solene@example.com","your-tel":"(661) 555-0142",\
            "location":["Bakersfield"],"your-message":"Tried three medications...","submission_id":"6d1f"}""";

    private final ContactForm7Format format = new ContactForm7Format(WebhookFixtures.SAMPLES);

    @Test
    void the_answers_are_those_of_the_form_in_its_order() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("your-name", "Solène O'Dell"),
                        entry("your-email", "solene@example.com"),
                        entry("your-tel", "(661) 555-0142"),
                        entry("location", "Bakersfield"),
                        entry("your-message", "Tried three medications..."),
                        entry("submission_id", "6d1f"));
        assertThat(format.fixedNames())
                .contains(entry("your-name", "full_name"), entry("your-email", "email"), entry("your-tel", "phone"));
    }

    @Test
    void several_values_are_joined_and_what_the_plug_in_adds_is_left_out() {
        assertThat(answers(
                        format,
                        JSON,
                        "{\"days\":[\"Mon\",\"Tue\"],\"_wpcf7\":\"5\",\"_wpcf7_version\":\"6\",\"_remote_ip\":\"203.0.113.9\","
                                + "\"g-recaptcha-response\":\"x\",\"_url\":\"https://clinic.example/contact\"}"))
                .containsExactly(entry("days", "Mon, Tue"), entry("_url", "https://clinic.example/contact"));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Daybreak-Secret, demo-secret",
        "x-daybreak-secret, demo-secret",
        "Authorization, Bearer demo-secret",
        "Authorization, bearer demo-secret",
        "Authorization, Basic Zm9v",
        "X-Other, no-secret"
    })
    void the_right_secret_or_none_is_let_in(String header, String value) {
        assertThat(format.receive(json(SAMPLE, header, value))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Daybreak-Secret, demo-secre",
        "X-Daybreak-Secret, Demo-Secret",
        "X-Daybreak-Secret, demo-secret2",
        "Authorization, Bearer no"
    })
    void a_wrong_secret_is_not_let_in(String header, String value) {
        assertThatThrownBy(() -> format.receive(json(SAMPLE, header, value)))
                .isInstanceOf(NotGenuineException.class)
                .hasMessage("The secret in its header is wrong.");
    }

    @Test
    void without_an_agreed_secret_the_key_in_the_address_must_do() {
        assertThat(format.receive(hook(JSON, SAMPLE, "", "X-Daybreak-Secret", "any")))
                .hasSize(1);
    }

    @Test
    void pressing_twice_is_one_submission_and_a_cached_page_does_not_make_two_people_one() {
        var first = format.receive(json(SAMPLE)).getFirst();
        var again = format.receive(json(SAMPLE)).getFirst();
        var other = format.receive(json(SAMPLE.replace("Solène", "Noor"))).getFirst();

        assertThat(first.externalId()).startsWith("6d1f/").isEqualTo(again.externalId());
        assertThat(other.externalId()).startsWith("6d1f/").isNotEqualTo(first.externalId());
        assertThat(first.body()).isEqualTo(WebhookFixtures.bytes(SAMPLE));
        assertThat(first.isTest()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"submission_id\":\" \"}", "{\"a\":1,\"a\":2}"})
    void what_has_no_identity_or_cannot_be_read_is_kept_all_the_same(String body) {
        var arrivals = format.receive(json(body));

        assertThat(arrivals).hasSize(1);
        assertThat(arrivals.getFirst().externalId()).isNull();
    }
}
