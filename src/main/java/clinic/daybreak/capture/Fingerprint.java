package clinic.daybreak.capture;

import clinic.daybreak.base.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes two deliveries without a name of their own the same: source, e-mail, telephone, message and page (DOMAIN 7,
 * ingest contract), and the names, for two people of one household may send the same words. Within fifteen minutes the
 * second is a repeat.
 */
public final class Fingerprint {

    private static final List<String> PARTS =
            List.of("phone", "message", "page_url", "location", "first_name", "last_name", "full_name", "patient_name");

    private Fingerprint() {}

    /** @param fields by our names */
    public static byte[] of(SourceId source, Fields fields) {
        var email =
                EmailAddress.parse(fields.get("email")).map(EmailAddress::value).orElse(fields.get("email"));
        var parts = Stream.concat(Stream.of(email), PARTS.stream().map(fields::get))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining("|"));
        return SourceService.hash(source.value() + "|" + parts);
    }

    /** Of what cannot be read: only the very same bytes are the same. */
    public static byte[] of(SourceId source, byte[] body) {
        var bytes = SourceService.hash(body);
        var name = source.value().toString().getBytes(StandardCharsets.UTF_8);
        var both = new byte[name.length + bytes.length];
        System.arraycopy(name, 0, both, 0, name.length);
        System.arraycopy(bytes, 0, both, name.length, bytes.length);
        return SourceService.hash(both);
    }
}
