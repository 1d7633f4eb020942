package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Webflow, in the words of version 2 (everything below {@code payload}) and of version 1 ({@code _id}, {@code d}). It signs
 * when the webhook was made by an application, and cannot when somebody made it in the dashboard: a signature that is there
 * must be right and not older than five minutes; who shows none is let in by the key in the address.
 */
@Component
class WebflowFormat implements SenderFormat {

    private static final String SIGNATURE = "x-webflow-signature";
    private static final String TIMESTAMP = "x-webflow-timestamp";
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final Samples samples;

    WebflowFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.WEBFLOW;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        if (!hook.secret().isEmpty() && !hook.header(SIGNATURE).isBlank()) {
            checkSignature(hook);
        }
        return List.of(new Arrival(identity(hook), hook.contentType(), hook.body(), false));
    }

    private static void checkSignature(Hook hook) {
        var time = hook.header(TIMESTAMP).strip();
        if (!Hmac.isHex(hook.header(SIGNATURE).strip(), sign(hook.secret(), time, hook.body()))) {
            throw new NotGenuineException("The signature is wrong.");
        }
        if (age(time, hook.now()).compareTo(MAX_AGE) > 0) {
            throw new NotGenuineException("The signature is older than five minutes.");
        }
    }

    private static byte[] sign(String secret, String time, byte[] body) {
        return Hmac.sha256(secret, Hmac.utf8(time + ":"), body);
    }

    /** A clock that is ahead of ours is as wrong as one that is behind. */
    private static Duration age(String milliseconds, Instant now) {
        try {
            return Duration.between(Instant.ofEpochMilli(Long.parseLong(milliseconds)), now)
                    .abs();
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new NotGenuineException("The time of the signature is missing.");
        }
    }

    private static @Nullable String identity(Hook hook) {
        try {
            return Identity.of(first(submission(hook.contentType(), hook.body()), "id", "_id"));
        } catch (UnreadableException e) {
            return null;
        }
    }

    private static JsonNode submission(String contentType, byte[] body) {
        var root = JsonBody.read(contentType, body);
        return root.path("payload").isObject() ? root.path("payload") : root;
    }

    private static String first(JsonNode node, String... names) {
        return Stream.of(names)
                .map(name -> JsonBody.text(node.path(name)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var submission = submission(contentType, body);
        if (!submission.path("data").isObject()) {
            throw new UnreadableException("There is no \"data\" in it.");
        }
        var answers = new Answers();
        submission.path("data").properties().forEach(field -> answers.addAll(field.getKey(), field.getValue()));
        var time = first(submission, "submittedAt", "d");
        return time.isEmpty()
                ? answers.inOrder()
                : answers.add("submitted_at", time).inOrder();
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var body = JsonBody.write(Map.of(
                "triggerType",
                "form_submission",
                "payload",
                Map.of(
                        "id",
                        submissionId,
                        "name",
                        "Contact",
                        "data",
                        Map.of("Name", Samples.NAME, "Email", Samples.EMAIL, "Message", Samples.MESSAGE))));
        if (secret.isEmpty()) {
            return samples.json(body, secret, Map.of());
        }
        var time = Long.toString(samples.now().toEpochMilli());
        return samples.json(body, secret, Map.of(TIMESTAMP, time, SIGNATURE, Hmac.hex(sign(secret, time, body))));
    }
}
