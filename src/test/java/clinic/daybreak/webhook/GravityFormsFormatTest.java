package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.FORM;
import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class GravityFormsFormatTest {

    private static final String SAMPLE = """
            {"id":"453","form_id":"4","date_created":"2026-11-25 02:47:14","ip":"203.0.113.9",\
            "source_url":"https://clinic.example/contact","user_agent":"Browser","status":"active","created_by":null,\
            "1.3":"Ximena","1.6":"Núñez","2":"ximena@example.com","3":"(602) 555-0118","4":"Please call"}""";

    private final GravityFormsFormat format = new GravityFormsFormat(WebhookFixtures.SAMPLES);

    @Test
    void names_are_ids_of_fields_and_the_time_is_utc() {
        assertThat(answers(format, JSON, SAMPLE))
                .containsExactly(
                        entry("date_created", "2026-11-25T02:47:14Z"),
                        entry("source_url", "https://clinic.example/contact"),
                        entry("1.3", "Ximena"),
                        entry("1.6", "Núñez"),
                        entry("2", "ximena@example.com"),
                        entry("3", "(602) 555-0118"),
                        entry("4", "Please call"));
        assertThat(format.fixedNames()).containsEntry("source_url", "page_url");
    }

    @Test
    void a_form_says_the_same_as_json() {
        assertThat(answers(format, FORM, "id=453&form_id=4&1.3=Ximena&2=ximena%40example.com&created_by="))
                .containsExactly(entry("1.3", "Ximena"), entry("2", "ximena@example.com"));
    }

    @Test
    void an_entry_is_named_by_site_form_and_id_and_needs_no_signature() {
        assertThat(format.receive(json(SAMPLE)).getFirst().externalId()).isEqualTo("clinic.example/4/453");
        assertThat(format.receive(json(SAMPLE.replace("clinic.example", "other.example")))
                        .getFirst()
                        .externalId())
                .isEqualTo("other.example/4/453");
        assertThat(format.receive(hook(FORM, "id=453&form_id=4&1.3=Ximena", ""))
                        .getFirst()
                        .externalId())
                .isEqualTo("/4/453");
        assertThat(format.receive(json("{\"1.3\":\"Ximena\",\"source_url\":\"no address\"}"))
                        .getFirst()
                        .externalId())
                .isNull();
    }
}
