package clinic.daybreak.capture;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The named values of a submission, whatever encoding they came in; of a name that comes twice in a
 * form the first counts, in JSON it is an error.
 */
public final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int MAX_FIELDS = 200;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    /** Of values that something else has read already. */
    public static Fields of(Map<String, String> values) {
        var clean = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> clean.put(clean(name), clean(value)));
        return new Fields(clean);
    }

    /** @throws UnreadableException when the body is not what the content type says */
    static Fields read(String contentType, byte[] body) {
        return contentType.startsWith("application/json") ? ofJson(body) : ofForm(body);
    }

    static Fields ofForm(byte[] body) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int cut = pair.indexOf('=');
            if (cut > 0) {
                values.putIfAbsent(decode(pair.substring(0, cut)), decode(pair.substring(cut + 1)));
            }
            requireFew(values);
        }
        return new Fields(values);
    }

    private static String decode(String text) {
        try {
            return clean(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("The form is not encoded as application/x-www-form-urlencoded.");
        }
    }

    static Fields ofJson(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new UnreadableException("The body is not well-formed JSON in UTF-8.");
        }
        if (!root.isObject()) {
            throw new UnreadableException("The body must be one JSON object.");
        }
        var values = new LinkedHashMap<String, String>();
        root.properties().forEach(entry -> {
            values.put(clean(entry.getKey()), clean(text(entry.getValue())));
            requireFew(values);
        });
        return new Fields(values);
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private static void requireFew(Map<String, String> values) {
        if (values.size() > MAX_FIELDS) {
            throw new UnreadableException("There are more than " + MAX_FIELDS + " fields.");
        }
    }

    /** Control characters and halves of surrogate pairs cannot be stored or shown; line breaks and tabs stay. */
    private static String clean(String text) {
        if (text.chars().noneMatch(Fields::isUnsound)) {
            return text;
        }
        var sound = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return CONTROLS.matcher(sound).replaceAll("");
    }

    /** Or might be: whole pairs are sound. */
    private static boolean isUnsound(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t'
                || character == '\u007F'
                || Character.isSurrogate((char) character);
    }

    /** The value without surrounding space; empty when it is missing. */
    String get(String name) {
        return values.getOrDefault(name, "").strip();
    }

    boolean isSet(String name) {
        return !get(name).isEmpty();
    }

    /** All values in the order in which they came. */
    Map<String, String> inOrder() {
        return Collections.unmodifiableMap(values);
    }

    /** All values by name in order of the alphabet, for staff who must read what arrived. */
    Map<String, String> all() {
        return new TreeMap<>(values);
    }

    /** Whether a content type without its parameters is one that can be read. */
    static boolean isReadable(String contentType) {
        var type = contentType.split(";")[0].strip();
        return type.equalsIgnoreCase("application/json") || type.equalsIgnoreCase("application/x-www-form-urlencoded");
    }

    static boolean isUtf8(String charset) {
        return Charset.isSupported(charset) && Charset.forName(charset).equals(StandardCharsets.UTF_8);
    }

    /** The body cannot be read; the message tells its sender why. */
    public static final class UnreadableException extends RuntimeException {

        public UnreadableException(String sentence) {
            super(sentence);
        }
    }
}
