package clinic.daybreak.capture;

import clinic.daybreak.base.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What makes two deliveries without a name of their own the same one (DOMAIN 7, ingest contract): the source, and all that
 * somebody wrote. What changes by itself from one sending to the next does not count, nor do spaces at the ends, the kind
 * of line break, and capitals in an e-mail address.
 */
public final class Fingerprint {

    /** When it was sent, how, and from which advertisement: another value is no other message. */
    private static final Set<String> CHANGING = Set.of(
            "submission_id",
            "submitted_at",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "referrer",
            "stamp",
            "embed");

    private Fingerprint() {}

    /** Of a webhook's body: of its answers, as far as they can be read, else of its bytes. */
    public static byte[] of(SourceDetails source, SenderFormat format, String contentType, byte[] body) {
        try {
            var answers = format.answers(contentType, body);
            var mapping = source.mapping() == null
                    ? FieldGuess.mapping(answers.keySet(), format.fixedNames())
                    : source.mapping();
            return of(source.id(), byOurNames(answers, mapping), body);
        } catch (RuntimeException e) {
            return ofBytes(source.id(), body); // whatever is wrong with it is found out later: first it must be stored
        }
    }

    /**
     * Of values by our names ({@link FieldMapping#TARGETS}), together with those that have none of ours.
     *
     * @param body counts instead when nobody wrote anything into the fields
     */
    public static byte[] of(SourceId source, Map<String, String> fields, byte[] body) {
        var said = new TreeMap<String, String>();
        fields.forEach((name, value) -> {
            var text = value.strip().replace("\r\n", "\n");
            if (!CHANGING.contains(name) && !text.isEmpty()) {
                said.put(name, name.equals("email") ? text.toLowerCase(Locale.ROOT) : text);
            }
        });
        if (said.isEmpty()) {
            return ofBytes(source, body);
        }
        var text = new StringBuilder(source.value().toString());
        said.forEach((name, value) -> text.append('\0')
                .append(name)
                .append('\0')
                .append(value.length())
                .append('\0')
                .append(value));
        return Sha256.of(text.toString());
    }

    private static byte[] ofBytes(SourceId source, byte[] body) {
        var name = source.value().toString().getBytes(StandardCharsets.UTF_8);
        var all = new byte[name.length + body.length];
        System.arraycopy(name, 0, all, 0, name.length);
        System.arraycopy(body, 0, all, name.length, body.length);
        return Sha256.of(all);
    }

    /** Of several answers to one name of ours all count. */
    private static Map<String, String> byOurNames(Map<String, String> answers, FieldMapping mapping) {
        var ours = new TreeMap<String, String>();
        answers.forEach((name, value) ->
                ours.merge(mapping.names().getOrDefault(name, name), value, (first, more) -> first + "\n" + more));
        return ours;
    }
}
