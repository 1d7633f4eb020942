package clinic.daybreak.webhook;

import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.SenderFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Webhook calls at one fixed moment. The signatures in the tests were made with openssl. */
final class WebhookFixtures {

    static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    static final String SECRET = "demo-secret";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    static final Samples SAMPLES = new Samples(Clock.fixed(NOW, ZoneOffset.UTC));

    private WebhookFixtures() {}

    static MetaFormat meta(URI graph) {
        return new MetaFormat(new MetaGraph(new MetaProperties(graph)), SAMPLES);
    }

    static List<SenderFormat> formats() {
        return List.of(
                new ContactForm7Format(SAMPLES),
                new WpFormsFormat(SAMPLES),
                new GravityFormsFormat(SAMPLES),
                new ElementorFormat(SAMPLES),
                new TypeformFormat(SAMPLES),
                new WebflowFormat(SAMPLES),
                new GoogleAdsFormat(SAMPLES),
                meta(URI.create("http://127.0.0.1:1")),
                new GenericFormat(SAMPLES));
    }

    /** @param headers names and values in turn */
    static Hook json(String body, String... headers) {
        return hook(JSON, body, SECRET, headers);
    }

    static Hook hook(String contentType, String body, String secret, String... headers) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], headers[i + 1]);
        }
        return new Hook(named, contentType, bytes(body), secret, NOW);
    }

    static Map<String, String> answers(SenderFormat format, String contentType, String body) {
        return format.answers(contentType, bytes(body));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
