package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Zapier, scripts, and plain forms of other websites: JSON or either encoding of forms, with the published names
 * ({@code first_name}, {@code email}, … as in the API) or any others. It does not sign: the key in the address says who is
 * calling; a secret in a header is checked when it is there ({@link HeaderSecret}). In JSON {@code submission_id}, or the
 * header {@code Idempotency-Key}, is the sender's own name for it; in a form it is a hidden field of a page.
 */
@Component
class GenericFormat implements SenderFormat {

    private static final Set<String> TECHNICAL =
            Set.of("g-recaptcha-response", "h-captcha-response", "cf-turnstile-response");

    private final Samples samples;

    GenericFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.GENERIC;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        HeaderSecret.check(hook);
        return List.of(new Arrival(identity(hook), hook.contentType(), hook.body(), false));
    }

    private @Nullable String identity(Hook hook) {
        try {
            var answers = answers(hook.contentType(), hook.body());
            var id = answers.getOrDefault("submission_id", "");
            if (!id.isBlank() && !FlatBody.isJson(hook.contentType(), hook.body())) {
                return Identity.hidden(id, hook.body());
            }
            return Identity.of(id.isBlank() ? hook.header("Idempotency-Key") : id);
        } catch (UnreadableException e) {
            return null;
        }
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        return FlatBody.read(contentType, body, TECHNICAL::contains);
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var body = JsonBody.write(Map.of(
                "submission_id", submissionId,
                "full_name", Samples.NAME,
                "email", Samples.EMAIL,
                "message", Samples.MESSAGE));
        return samples.json(body, secret, secret.isEmpty() ? Map.of() : Map.of(HeaderSecret.HEADER, secret));
    }
}
