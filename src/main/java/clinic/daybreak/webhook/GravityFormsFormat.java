package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The Webhooks add-on of Gravity Forms with "All Fields", JSON or form: names are the ids of fields, so that somebody must
 * say once which is which; times are UTC. It does not sign: the key in the address says who is calling. An entry is named
 * by site, form and id, for two sites may send here.
 */
@Component
class GravityFormsFormat implements SenderFormat {

    private static final Set<String> TECHNICAL = Set.of(
            "id",
            "form_id",
            "post_id",
            "source_id",
            "date_updated",
            "is_starred",
            "is_read",
            "is_fulfilled",
            "ip",
            "user_agent",
            "status",
            "created_by",
            "currency",
            "payment_status",
            "payment_date",
            "payment_amount",
            "payment_method",
            "transaction_id",
            "transaction_type",
            "submission_speeds");

    private final Samples samples;

    GravityFormsFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.GRAVITY_FORMS;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        return List.of(new Arrival(identity(hook), hook.contentType(), hook.body(), false));
    }

    private static @Nullable String identity(Hook hook) {
        try {
            var all = FlatBody.read(hook.contentType(), hook.body(), name -> false);
            var entry = all.getOrDefault("id", "").strip();
            return entry.isEmpty()
                    ? null
                    : Identity.of(site(all.getOrDefault("source_url", "")) + "/" + all.getOrDefault("form_id", "") + "/"
                            + entry);
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static String site(String page) {
        try {
            return Objects.requireNonNullElse(URI.create(page.strip()).getHost(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var answers = new LinkedHashMap<>(FlatBody.read(contentType, body, TECHNICAL::contains));
        answers.computeIfPresent("date_created", (name, time) -> utc(time));
        return answers;
    }

    private static String utc(String time) {
        return time.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d") ? time.replace(' ', 'T') + "Z" : time;
    }

    @Override
    public Map<String, String> fixedNames() {
        return Map.of("source_url", "page_url", "date_created", "submitted_at");
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var body = JsonBody.write(Map.of(
                "id",
                submissionId,
                "form_id",
                "1",
                "source_url",
                "https://daybreak.invalid/contact",
                "status",
                "active",
                "1.3",
                Samples.FIRST_NAME,
                "1.6",
                Samples.LAST_NAME,
                "2",
                Samples.EMAIL,
                "3",
                Samples.MESSAGE));
        return samples.json(body, secret, Map.of());
    }
}
