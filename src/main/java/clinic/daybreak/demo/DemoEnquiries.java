package clinic.daybreak.demo;

import clinic.daybreak.capture.RawSubmission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes enquiries as the contact page and the clinics' website deliver them. */
final class DemoEnquiries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DemoEnquiries() {}

    static RawSubmission write(DemoCase about, DemoStep.Wrote wrote, DemoCast cast) {
        var fields = fields(about, wrote);
        var headers = "Accept-Language: " + (about.person().isSpanish() ? "es-US,es" : "en-US,en") + "\n";
        return about.isByApi()
                ? RawSubmission.named(
                        cast.api(), id(about, wrote), "application/json", headers, JSON.writeValueAsBytes(fields))
                : RawSubmission.named(
                        cast.contactPage(),
                        id(about, wrote),
                        "application/x-www-form-urlencoded",
                        headers,
                        form(fields));
    }

    private static Map<String, String> fields(DemoCase about, DemoStep.Wrote wrote) {
        var person = about.person();
        var fields = new LinkedHashMap<String, String>();
        fields.put("submission_id", id(about, wrote));
        fields.put("lang", person.language());
        fields.put("location", about.location().code());
        fields.put("first_name", person.first());
        fields.put("last_name", person.last());
        fields.put("email", person.email());
        fields.put("phone", person.phone());
        fields.put("preferred_contact", person.preferred());
        fields.put("voicemail_ok", person.mayLeaveVoicemail() ? "yes" : "");
        fields.put("relation", person.patient().isEmpty() ? "self" : "other");
        fields.put("patient_name", person.patient());
        fields.put("utm_source", about.campaign());
        fields.put("message", wrote.message());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String id(DemoCase about, DemoStep.Wrote wrote) {
        var name = "daybreak demo " + about.person().number() + " " + wrote.at();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
