package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.FORM;
import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.SECRET;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.NotGenuineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WpFormsFormatTest {

    private static final String HEADER = "X-WPForms-Webhook-Signature";
    private static final String SAMPLE = """
            {"entry_id":"812","name":"Iris Vale","email":"iris@example.com","interest":"Depression||PTSD",\
            "when":{"value":"12/01/2026","unix":1796083200}}""";
    private static final String SIGNED = "9e087654f5244c14733f2bad234bd49f892a7f6289b62d916d81457882a43143";

    private final WpFormsFormat format = new WpFormsFormat(WebhookFixtures.SAMPLES);

    @Test
    void several_values_are_joined_and_a_date_is_its_text() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("name", "Iris Vale"),
                        entry("email", "iris@example.com"),
                        entry("interest", "Depression, PTSD"),
                        entry("when", "12/01/2026"));
    }

    @Test
    void an_object_without_a_text_of_its_own_keeps_all_its_parts() {
        assertThat(answers(format, JSON, "{\"name\":{\"first\":\"Iris\",\"last\":\"Vale\"}}"))
                .containsExactly(entry("name.first", "Iris"), entry("name.last", "Vale"));
    }

    @Test
    void signed_over_time_and_body_it_is_named_by_its_entry() {
        var arrival =
                format.receive(json(SAMPLE, HEADER, "t=1795579200,v=" + SIGNED)).getFirst();

        assertThat(arrival.externalId()).isEqualTo("812");
        assertThat(arrival.body()).isEqualTo(WebhookFixtures.bytes(SAMPLE));
        assertThat(format.receive(json(SAMPLE, HEADER, "t=1795579200,v=" + SIGNED.toUpperCase())))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1795579200",
                "v=" + SIGNED,
                "t=1795579201,v=" + SIGNED,
                "t=,v=" + SIGNED,
                "t=1795579200,v=9e087654",
                "t=1795579200,v=" + SIGNED + "00",
                "t=1795579200,v=",
                "t=1795579200,v=zz"
            })
    void a_missing_cut_or_foreign_signature_is_refused(String signature) {
        assertThatThrownBy(() -> format.receive(json(SAMPLE, HEADER, signature)))
                .isInstanceOf(NotGenuineException.class);
    }

    @Test
    void a_changed_body_is_refused() {
        assertThatThrownBy(() -> format.receive(json(SAMPLE.replace("812", "813"), HEADER, "t=1795579200,v=" + SIGNED)))
                .isInstanceOf(NotGenuineException.class)
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> format.receive(json(SAMPLE + " ", HEADER, "t=1795579200,v=" + SIGNED)))
                .isInstanceOf(NotGenuineException.class);
    }

    @Test
    void without_an_agreed_secret_it_need_not_sign_and_a_form_is_kept_for_a_human() {
        assertThat(format.receive(hook(JSON, SAMPLE, "")).getFirst().externalId())
                .isEqualTo("812");
        assertThat(format.receive(hook(FORM, "entry_id=812", "")).getFirst().externalId())
                .isNull();
    }

    @Test
    void the_sample_is_signed_as_the_plug_in_signs() {
        var sample = format.sample(SECRET, "812");

        assertThat(format.receive(sample).getFirst().externalId()).isEqualTo("812");
        assertThat(sample.header(HEADER)).startsWith("t=1795572000,v=");
    }
}
