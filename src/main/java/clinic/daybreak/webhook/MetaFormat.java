package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.HookSource;
import clinic.daybreak.capture.LookUpFailedException;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lead ads of Meta. It always signs; the secret is the app secret, and without one nothing is taken. One call carries up to
 * 1,000 changes: each lead among them is a submission of its own, other news of the page is not kept. The answers do not
 * come with it: they are asked for afterwards ({@link MetaGraph}), unless the change has them already.
 */
@Component
class MetaFormat implements SenderFormat {

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";
    private static final String LEAD = "leadgen";
    private static final String ID = "leadgen_id";
    private static final String ANSWERS = "field_data";

    private final MetaGraph graph;
    private final Samples samples;

    MetaFormat(MetaGraph graph, Samples samples) {
        this.graph = graph;
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.META;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        var shown = hook.header(SIGNATURE).strip();
        if (hook.secret().isEmpty() || shown.isEmpty()) {
            throw new NotGenuineException("The signature is missing.");
        }
        if (!shown.startsWith(PREFIX)
                || !Hmac.isHex(shown.substring(PREFIX.length()), Hmac.sha256(hook.secret(), hook.body()))) {
            throw new NotGenuineException("The signature is wrong.");
        }
        try {
            return leads(JsonBody.read(hook.contentType(), hook.body()));
        } catch (UnreadableException e) {
            return List.of(new Arrival(null, hook.contentType(), hook.body(), false));
        }
    }

    private static List<Arrival> leads(JsonNode call) {
        if (!call.path("entry").isArray()) {
            throw new UnreadableException("There is no \"entry\" in it.");
        }
        var leads = new ArrayList<Arrival>();
        for (var entry : call.path("entry")) {
            for (var change : entry.path("changes")) {
                if (JsonBody.text(change.path("field")).equals(LEAD)) {
                    var id = JsonBody.text(change.path("value").path(ID));
                    leads.add(new Arrival(Identity.of(id), Samples.JSON, JsonBody.write(change), false));
                }
            }
        }
        return leads;
    }

    @Override
    public Optional<byte[]> lookUp(byte[] body, HookSource source) {
        try {
            var lead = JsonBody.read(Samples.JSON, body).path("value");
            var id = JsonBody.text(lead.path(ID));
            return lead.has(ANSWERS) || !id.matches("\\d{1,40}")
                    ? Optional.empty()
                    : Optional.of(readable(graph.lead(id, source.accessToken())));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static byte[] readable(byte[] fetched) {
        try {
            if (JsonBody.read(Samples.JSON, fetched).path(ANSWERS).isArray()) {
                return fetched;
            }
        } catch (UnreadableException e) {
            throw new LookUpFailedException("Meta answered something that cannot be read. Process it again later.");
        }
        throw new LookUpFailedException(
                "Meta answered without the answers of this lead. The access token of this source"
                        + " may lack the right to read leads: renew it. Then process it again.");
    }

    /** Of what Meta answered when it was asked, or of a change that has its answers in it. */
    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var root = JsonBody.read(Samples.JSON, body);
        var lead = root.has(ANSWERS) ? root : root.path("value");
        if (!lead.path(ANSWERS).isArray()) {
            throw new UnreadableException("The answers of this lead are not in it.");
        }
        var answers = new Answers();
        for (var field : lead.path(ANSWERS)) {
            answers.add(JsonBody.text(field.path("name")), JsonBody.text(field.path("values")));
        }
        if (root.has("created_time")) {
            answers.add("created_time", JsonBody.text(root.path("created_time")));
        }
        return answers.inOrder();
    }

    @Override
    public Map<String, String> fixedNames() {
        return Map.of(
                "full_name", "full_name",
                "first_name", "first_name",
                "last_name", "last_name",
                "email", "email",
                "work_email", "email",
                "phone_number", "phone",
                "work_phone_number", "phone",
                "date_of_birth", "birth_date",
                "created_time", "submitted_at");
    }

    /** With its answers in it, for Meta would know nothing of this lead. */
    @Override
    public Hook sample(String secret, String submissionId) {
        var lead = Map.of(
                ID,
                submissionId,
                "form_id",
                "1",
                ANSWERS,
                List.of(
                        Map.of("name", "full_name", "values", List.of(Samples.NAME)),
                        Map.of("name", "email", "values", List.of(Samples.EMAIL))));
        var body = JsonBody.write(Map.of(
                "object",
                "page",
                "entry",
                List.of(Map.of("id", "1", "changes", List.of(Map.of("field", LEAD, "value", lead))))));
        var signature = secret.isEmpty() ? "" : PREFIX + Hmac.hex(Hmac.sha256(secret, body));
        return samples.json(body, secret, Map.of(SIGNATURE, signature));
    }
}
