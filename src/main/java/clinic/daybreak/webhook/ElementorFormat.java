package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The webhook action of Elementor Pro, a form. Simple: names are the labels, and change with them. With "Advanced Data":
 * {@code fields[id][value]}; then the name is the id, which stays, or the label where Elementor made the id up. It does
 * not sign: the key in the address says who is calling. Anything but 200 shows the visitor an error.
 */
@Component
class ElementorFormat implements SenderFormat {

    private static final Pattern FIELD =
            Pattern.compile("fields\\[([^\\]]*)]\\[(id|type|title|value|raw_value|required)](?:\\[\\w*])*");
    private static final Pattern ENVELOPE = Pattern.compile("(form|meta)\\[.*");
    private static final Pattern MADE_UP = Pattern.compile("field_\\p{XDigit}{7}");
    private static final String PAGE = "meta[page_url][value]";
    private static final Set<String> UNREAL = Set.of("recaptcha", "recaptcha_v3", "honeypot", "step", "html");
    private static final Set<String> TECHNICAL =
            Set.of("form_id", "form_name", "User Agent", "Remote IP", "Powered by", "Credit");

    private final Samples samples;

    ElementorFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.ELEMENTOR;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        return List.of(new Arrival(Identity.hiddenIn(hook, this), hook.contentType(), hook.body(), false));
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var answers = new Answers();
        var fields = new LinkedHashMap<String, Answers>();
        for (var pair : FormBody.read(contentType, body)) {
            var field = FIELD.matcher(pair.name());
            if (field.matches()) {
                fields.computeIfAbsent(field.group(1), id -> new Answers()).add(field.group(2), pair.value());
            } else if (pair.name().equals(PAGE)) {
                answers.add("page_url", pair.value());
            } else if (!TECHNICAL.contains(pair.name())
                    && !ENVELOPE.matcher(pair.name()).matches()) {
                answers.add(pair.name(), pair.value());
            }
        }
        fields.forEach((id, field) -> addAdvanced(answers, id, field.inOrder()));
        return answers.inOrder();
    }

    private static void addAdvanced(Answers answers, String id, Map<String, String> field) {
        if (UNREAL.contains(field.getOrDefault("type", ""))) {
            return;
        }
        var title = field.getOrDefault("title", "").strip();
        var name = MADE_UP.matcher(id).matches() && !title.isEmpty() ? title : id;
        answers.add(name, field.getOrDefault("value", field.getOrDefault("raw_value", "")));
    }

    @Override
    public Map<String, String> fixedNames() {
        return Map.of(
                "Page URL", "page_url",
                "No Label name", "full_name",
                "No Label email", "email",
                "No Label message", "message");
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        return samples.form(
                Map.of(
                        "Name",
                        Samples.NAME,
                        "Email",
                        Samples.EMAIL,
                        "Message",
                        Samples.MESSAGE,
                        "submission_id",
                        submissionId,
                        "form_id",
                        "daybreak",
                        "form_name",
                        "Contact"),
                secret);
    }
}
