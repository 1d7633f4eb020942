package clinic.daybreak.capture;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.SystemWork;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Submissions and ways in, in the situations that tests need. */
public final class CaptureFixtures {

    private CaptureFixtures() {}

    /** A way in that belongs to no location. */
    public static SourceDetails opened(SystemWork system, SourceService sources) {
        var code = "s" + Uuid7.next().toString().replace("-", "");
        return system.run(
                () -> sources.open(new NewSource(code, "Website", SourceKind.API, "key-" + code, "", "", null)));
    }

    /** One that belongs to a clinic. */
    public static SourceDetails opened(SystemWork system, SourceService sources, LocationDetails location) {
        var code = "s" + Uuid7.next().toString().replace("-", "");
        return system.run(() ->
                sources.open(new NewSource(code, "Website", SourceKind.API, "key-" + code, "", "", location.id())));
    }

    public static String freshId() {
        return Uuid7.next().toString();
    }

    static RawSubmission form(SourceDetails source, String externalId, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return RawSubmission.named(
                source.id(),
                externalId,
                "application/x-www-form-urlencoded",
                "",
                body.getBytes(StandardCharsets.UTF_8));
    }

    static RawSubmission json(SourceDetails source, String externalId, Map<String, String> fields) {
        return RawSubmission.named(
                source.id(),
                externalId,
                "application/json",
                "",
                JsonMapper.shared().writeValueAsBytes(fields));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
