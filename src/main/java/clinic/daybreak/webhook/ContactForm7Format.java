package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Contact Form 7 with the plug-in "CF7 to Webhook": JSON, names are those of the form's tags. It cannot sign; a header with
 * the secret can be set in its options ({@link HeaderSecret}), and whoever did not is let in by the key in the address. It
 * never sends again, and has no identity but a hidden field {@code submission_id} that somebody adds.
 */
@Component
class ContactForm7Format implements SenderFormat {

    private static final String OWN = "_wpcf7";
    private static final Set<String> TECHNICAL = Set.of(
            "_wpnonce",
            "_wp_http_referer",
            "_remote_ip",
            "_user_agent",
            "_serial_number",
            "g-recaptcha-response",
            "h-captcha-response",
            "cf-turnstile-response");

    private final Samples samples;

    ContactForm7Format(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.CONTACT_FORM_7;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        HeaderSecret.check(hook);
        return List.of(new Arrival(Identity.hiddenIn(hook, this), hook.contentType(), hook.body(), false));
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        return FlatBody.read(contentType, body, name -> name.startsWith(OWN) || TECHNICAL.contains(name));
    }

    @Override
    public Map<String, String> fixedNames() {
        return Map.of(
                "your-name", "full_name",
                "your-email", "email",
                "your-tel", "phone",
                "your-phone", "phone",
                "your-message", "message",
                "_url", "page_url");
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var body = JsonBody.write(Map.of(
                "your-name", Samples.NAME,
                "your-email", Samples.EMAIL,
                "your-message", Samples.MESSAGE,
                "submission_id", submissionId));
        return samples.json(body, secret, secret.isEmpty() ? Map.of() : Map.of(HeaderSecret.HEADER, secret));
    }
}
