package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Typeform: names are the {@code ref} of fields, the value stands under the name of its type; hidden fields have names of
 * their own. With a secret it always signs, so that a missing signature is refused; without one the key in the address
 * must do. A response is named by its token, which stays when it is delivered again under another event. What somebody has
 * not sent yet ({@code form_response_partial}) is not kept. Typeform turns a webhook off at once when it is answered 404.
 */
@Component
class TypeformFormat implements SenderFormat {

    private static final String SIGNATURE = "Typeform-Signature";
    private static final String PREFIX = "sha256=";
    private static final String RESPONSE = "form_response";

    private final Samples samples;

    TypeformFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.TYPEFORM;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        if (!hook.secret().isEmpty()) {
            checkSignature(hook);
        }
        try {
            var event = JsonBody.read(hook.contentType(), hook.body());
            if (JsonBody.text(event.path("event_type")).equals("form_response_partial")) {
                return List.of();
            }
            var token = JsonBody.text(event.path(RESPONSE).path("token"));
            var id = token.isBlank() ? JsonBody.text(event.path("event_id")) : token;
            return List.of(new Arrival(Identity.of(id), hook.contentType(), hook.body(), false));
        } catch (UnreadableException e) {
            return List.of(new Arrival(null, hook.contentType(), hook.body(), false));
        }
    }

    private static void checkSignature(Hook hook) {
        var shown = hook.header(SIGNATURE).strip();
        if (shown.isEmpty()) {
            throw new NotGenuineException("The signature is missing.");
        }
        if (!shown.startsWith(PREFIX)
                || !Hmac.isBase64(shown.substring(PREFIX.length()), Hmac.sha256(hook.secret(), hook.body()))) {
            throw new NotGenuineException("The signature is wrong.");
        }
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var response = JsonBody.read(contentType, body).path(RESPONSE);
        if (!response.path("answers").isArray()) {
            throw new UnreadableException("There are no answers in it.");
        }
        var answers = new Answers();
        for (var answer : response.path("answers")) {
            answers.add(name(answer.path("field")), value(answer));
        }
        response.path("hidden").properties().forEach(field -> answers.addAll(field.getKey(), field.getValue()));
        if (response.has("submitted_at")) {
            answers.add("submitted_at", JsonBody.text(response.path("submitted_at")));
        }
        return answers.inOrder();
    }

    private static String name(JsonNode field) {
        return Stream.of("ref", "id", "type")
                .map(part -> JsonBody.text(field.path(part)))
                .filter(part -> !part.isBlank())
                .findFirst()
                .orElse("answer");
    }

    /** A choice has a label, several have labels, and either may have words of the person's own. */
    private static String value(JsonNode answer) {
        var value = answer.path(JsonBody.text(answer.path("type")));
        if (!value.isObject()) {
            return JsonBody.text(value);
        }
        var said = Stream.of("label", "labels", "other")
                .map(part -> JsonBody.text(value.path(part)))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? JsonBody.text(value) : said;
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var body = JsonBody.write(Map.of(
                "event_id",
                submissionId,
                "event_type",
                RESPONSE,
                RESPONSE,
                Map.of(
                        "form_id",
                        "daybreak",
                        "token",
                        submissionId,
                        "answers",
                        List.of(
                                sample("text", "full_name", Samples.NAME),
                                sample("email", "email", Samples.EMAIL),
                                sample("text", "message", Samples.MESSAGE)))));
        if (secret.isEmpty()) {
            return samples.json(body, secret, Map.of());
        }
        var signature = PREFIX + Base64.getEncoder().encodeToString(Hmac.sha256(secret, body));
        return samples.json(body, secret, Map.of(SIGNATURE, signature));
    }

    private static Map<String, Object> sample(String type, String ref, String value) {
        return Map.of("type", type, type, value, "field", Map.of("id", ref, "type", type, "ref", ref));
    }
}
