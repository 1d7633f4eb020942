package clinic.daybreak.webhook;

import clinic.daybreak.capture.Hook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes requests as the senders make them, about somebody who cannot exist. */
@Component
class Samples {

    static final String FIRST_NAME = "Daybreak";
    static final String LAST_NAME = "Test";
    static final String NAME = FIRST_NAME + " " + LAST_NAME;
    static final String EMAIL = "canary@daybreak.invalid";
    static final String MESSAGE = "Daily proof that this way in works.";
    static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Clock clock;

    Samples(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Hook json(byte[] body, String secret, Map<String, String> headers) {
        return new Hook(headers, JSON, body, secret, now());
    }

    Hook form(Map<String, String> fields, String secret) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new Hook(Map.of(), FORM, body.getBytes(StandardCharsets.UTF_8), secret, now());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
