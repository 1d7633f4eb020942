package clinic.daybreak.webhook;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lead forms of Google Ads. The secret stands in the body as {@code google_key}: it is compared, and taken out before
 * anything is kept. A body that cannot be read shows no key and is refused. Names are column ids; a question of the
 * clinic's own goes by its words. {@code is_test} marks the test that can be sent while a form is set up.
 */
@Component
class GoogleAdsFormat implements SenderFormat {

    private static final String KEY = "google_key";
    private static final Set<String> COLUMNS = Set.of(
            "FULL_NAME",
            "FIRST_NAME",
            "LAST_NAME",
            "EMAIL",
            "PHONE_NUMBER",
            "WORK_EMAIL",
            "WORK_PHONE",
            "STREET_ADDRESS",
            "CITY",
            "REGION",
            "POSTAL_CODE",
            "COUNTRY",
            "COMPANY_NAME",
            "JOB_TITLE");

    private final Samples samples;

    GoogleAdsFormat(Samples samples) {
        this.samples = samples;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.GOOGLE_ADS;
    }

    @Override
    public List<Arrival> receive(Hook hook) {
        var lead = read(hook);
        var shown = JsonBody.text(lead.path(KEY));
        if (hook.secret().isEmpty() || !Hmac.isSame(shown, hook.secret())) {
            throw new NotGenuineException("The google_key is missing or wrong.");
        }
        lead.remove(KEY);
        var id = Identity.of(JsonBody.text(lead.path("lead_id")));
        boolean isTest = JsonBody.text(lead.path("is_test")).equals("true");
        return List.of(new Arrival(id, Samples.JSON, JsonBody.write(lead), isTest));
    }

    private static ObjectNode read(Hook hook) {
        try {
            return JsonBody.read(hook.contentType(), hook.body());
        } catch (UnreadableException e) {
            throw new NotGenuineException("It cannot be read, so that its google_key is not known.");
        }
    }

    @Override
    public Map<String, String> answers(String contentType, byte[] body) {
        var lead = JsonBody.read(contentType, body);
        if (!lead.path("user_column_data").isArray()) {
            throw new UnreadableException("There is no \"user_column_data\" in it.");
        }
        var answers = new Answers();
        for (var column : lead.path("user_column_data")) {
            answers.add(name(column), JsonBody.text(column.path("string_value")));
        }
        if (lead.has("lead_submit_time")) {
            answers.add("lead_submit_time", JsonBody.text(lead.path("lead_submit_time")));
        }
        return answers.inOrder();
    }

    private static String name(JsonNode column) {
        var id = JsonBody.text(column.path("column_id"));
        var words = JsonBody.text(column.path("column_name"));
        return COLUMNS.contains(id) || words.isBlank() ? id : words;
    }

    @Override
    public Map<String, String> fixedNames() {
        return Map.of(
                "FULL_NAME", "full_name",
                "FIRST_NAME", "first_name",
                "LAST_NAME", "last_name",
                "EMAIL", "email",
                "WORK_EMAIL", "email",
                "PHONE_NUMBER", "phone",
                "WORK_PHONE", "phone",
                "lead_submit_time", "submitted_at");
    }

    @Override
    public Hook sample(String secret, String submissionId) {
        var lead = new LinkedHashMap<String, Object>();
        lead.put("lead_id", submissionId);
        lead.put("api_version", "1.0");
        lead.put("form_id", 1);
        lead.put(KEY, secret);
        lead.put(
                "user_column_data",
                List.of(
                        Map.of("column_id", "FULL_NAME", "string_value", Samples.NAME),
                        Map.of("column_id", "EMAIL", "string_value", Samples.EMAIL)));
        return samples.json(JsonBody.write(lead), secret, Map.of());
    }
}
