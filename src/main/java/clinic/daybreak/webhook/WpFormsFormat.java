package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The Webhooks add-on of WPForms, with request format JSON: names are chosen in its settings, several values are joined by
 * {@code ||}, a date is an object with its text in {@code value}. With a secret it always signs, so that a missing
 * signature is refused; without one the key in the address must do. Its signature is as old as its queue: it does not
 * run out, for a repeat has no effect. In form mode it signs something else than it sends and is refused.
 */
@Component
class WpFormsFormat implements SenderFormat {

    private static final String SIGNATURE = "X-WPForms-Webhook-Signature";
    private static final Pattern PARTS = Pattern.compile("\\s*t=([^,]*),\\s*v=(\\p{XDigit}+)\\s*");
    private static final Set<String> TECHNICAL = Set.of("entry_id", "form_id", "form_name", "user_ip", "user_agent");

    private final Samples samples;

    WpFormsFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.WPFORMS;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        if (!hook.secret().isEmpty()) {
            checkSignature(hook);
        }
        return List.of(new Arrival(identity(hook), hook.contentType(), hook.body(), false));
    }

    private static void checkSignature(Hook hook) {
        var parts = PARTS.matcher(hook.header(SIGNATURE));
        if (!parts.matches()) {
            throw new NotGenuineException("The signature is missing.");
        }
        if (!Hmac.isHex(parts.group(2), sign(hook.secret(), parts.group(1), hook.body()))) {
            throw new NotGenuineException("The signature is wrong. It is right only with the request format JSON.");
        }
    }

    private static byte[] sign(String secret, String time, byte[] body) {
        return Hmac.sha256(secret, Hmac.utf8(time + "."), body);
    }

    private static @Nullable String identity(Hook hook) {
        try {
            return Identity.of(
                    JsonBody.text(JsonBody.read(hook.contentType(), hook.body()).path("entry_id")));
        } catch (UnreadableException e) {
            return null;
        }
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var answers = new Answers();
        JsonBody.read(contentType, body).properties().forEach(field -> {
            if (!TECHNICAL.contains(field.getKey())) {
                var inner = field.getValue().path("value");
                var value = inner.isMissingNode() ? field.getValue() : inner;
                if (value.isString()) {
                    answers.add(field.getKey(), value.asString().replace("||", ", "));
                } else {
                    answers.addAll(field.getKey(), value);
                }
            }
        });
        return answers.inOrder();
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var body = JsonBody.write(Map.of(
                "entry_id", submissionId,
                "name", Samples.NAME,
                "email", Samples.EMAIL,
                "message", Samples.MESSAGE));
        if (secret.isEmpty()) {
            return samples.json(body, secret, Map.of());
        }
        var time = Long.toString(samples.now().getEpochSecond());
        var signature = "t=" + time + ",v=" + Hmac.hex(sign(secret, time, body));
        return samples.json(body, secret, Map.of("X-WPForms-Webhook-Id", "1", SIGNATURE, signature));
    }
}
