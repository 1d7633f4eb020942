package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.FORM;
import static clinic.daybreak.webhook.WebhookFixtures.answers;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ElementorFormatTest {

    private static final String SIMPLE =
            "Name=Wren+Park&Email=wren%40example.com&Message=Hi&form_id=3f2a1b&form_name=Contact";

    private final ElementorFormat format = new ElementorFormat(WebhookFixtures.SAMPLES);

    @Test
    void simple_names_are_labels() {
        assertThat(answers(format, FORM, SIMPLE + "&Remote+IP=203.0.113.9&Page+URL=https%3A%2F%2Fclinic.example"))
                .containsExactly(
                        entry("Name", "Wren Park"),
                        entry("Email", "wren@example.com"),
                        entry("Message", "Hi"),
                        entry("Page URL", "https://clinic.example"));
    }

    @Test
    void advanced_names_are_ids_or_the_label_where_the_id_was_made_up() {
        var body = form(
                "form[id]=3f2a1b",
                "form[name]=Contact",
                "fields[email][id]=email",
                "fields[email][type]=email",
                "fields[email][title]=Your e-mail",
                "fields[email][value]=wren@example.com",
                "fields[email][raw_value]=wren@example.com",
                "fields[email][required]=1",
                "fields[field_1a2b3c4][type]=checkbox",
                "fields[field_1a2b3c4][title]=Interest",
                "fields[field_1a2b3c4][value]=Depression, PTSD",
                "fields[field_5d6e7f8][type]=text",
                "fields[field_5d6e7f8][title]=",
                "fields[field_5d6e7f8][value]=Tuesday",
                "fields[days][raw_value][0]=Mon",
                "fields[days][raw_value][1]=Tue",
                "fields[robot][type]=recaptcha_v3",
                "fields[robot][value]=token",
                "meta[page_url][title]=Page URL",
                "meta[page_url][value]=https://clinic.example/contact",
                "meta[remote_ip][value]=203.0.113.9");

        assertThat(answers(format, FORM, body))
                .containsExactly(
                        entry("page_url", "https://clinic.example/contact"),
                        entry("email", "wren@example.com"),
                        entry("Interest", "Depression, PTSD"),
                        entry("field_5d6e7f8", "Tuesday"),
                        entry("days", "Mon, Tue"));
    }

    private static String form(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .map(pair -> encode(pair[0]) + "=" + encode(pair[1]))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void it_needs_no_signature_and_has_no_identity_but_a_hidden_field() {
        assertThat(format.receive(hook(FORM, SIMPLE, "any")).getFirst().externalId())
                .isNull();
        assertThat(format.receive(hook(FORM, SIMPLE + "&submission_id=6d1f", ""))
                        .getFirst()
                        .externalId())
                .startsWith("6d1f/");
        assertThat(format.receive(json("{}")).getFirst().externalId()).isNull();
    }
}
