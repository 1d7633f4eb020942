package clinic.daybreak.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import clinic.daybreak.capture.HookSource;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.location.LocationService;
import java.net.URLEncoder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes entries of somebody who cannot exist, as each kind of sender would send them. */
@Component
class CanarySamples {

    static final String CONTACT = "/contact";
    private static final String NAME = "Daybreak";
    private static final String EMAIL = "canary@daybreak.invalid";
    private static final String MESSAGE = "Daily proof that this way in works.";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\">");

    private final Map<SourceKind, SenderFormat> formats = new EnumMap<>(SourceKind.class);
    private final LocationService locations;

    CanarySamples(List<SenderFormat> offered, LocationService locations) {
        this.locations = locations;
        offered.forEach(format -> formats.put(format.kind(), format));
    }

    /** Of a webhook or the API. */
    CanaryRequest make(HookSource source, UUID id) {
        return source.source().kind() == SourceKind.API ? api(id) : hook(source, id);
    }

    private static CanaryRequest api(UUID id) {
        var body = JsonMapper.shared()
                .writeValueAsBytes(
                        Map.of("submission_id", id.toString(), "first_name", NAME, "email", EMAIL, "message", MESSAGE));
        return new CanaryRequest("/api/v1/submissions", "application/json", Map.of(), body, 202);
    }

    /** The key in the address is kept as a hash only; it is let in by the pass that goes with it. */
    private CanaryRequest hook(HookSource source, UUID id) {
        var format = Objects.requireNonNull(formats.get(source.source().kind()));
        var sample = format.sample(source.secret(), id.toString());
        return new CanaryRequest("/hooks/daily-proof", sample.contentType(), sample.headers(), sample.body(), 200);
    }

    /**
     * What a browser sends after it was shown the contact page.
     *
     * @throws IllegalStateException when its hidden fields are missing
     */
    CanaryRequest contact(String page) {
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page).results().forEach(input -> fields.put(input.group(1), input.group(2)));
        if (!fields.containsKey("submission_id") || !fields.containsKey("stamp")) {
            throw new IllegalStateException("The page came without its hidden fields.");
        }
        fields.put("first_name", NAME);
        fields.put("email", EMAIL);
        fields.put("message", MESSAGE);
        locations.list().stream().findFirst().ifPresent(location -> fields.put("location", location.code()));
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new CanaryRequest(CONTACT, "application/x-www-form-urlencoded", Map.of(), body.getBytes(UTF_8), 303);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
