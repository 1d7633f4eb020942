package clinic.daybreak.webhook;

import clinic.daybreak.capture.Fields.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON that a stranger sent: one object, no name twice, not deeper than any sender goes. */
final class JsonBody {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_SCALE = 30;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /** @throws UnreadableException when it is anything else */
    static ObjectNode read(String contentType, byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(Charsets.decode(contentType, body));
        } catch (JacksonException | NumberFormatException e) { // the second for an exponent beyond all numbers
            throw new UnreadableException("It is not well-formed JSON.");
        }
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new UnreadableException("It is not one JSON object.");
    }

    static byte[] write(Object tree) {
        return JSON.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    }

    /** As a person would write it: several values joined by ", ", nothing for what is missing, numbers in full. */
    static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return value.valueStream().map(JsonBody::text).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.toString();
        }
        return value.isFloatingPointNumber() ? plain(value) : value.asString();
    }

    /** An exponent of a billion must not become a billion digits. */
    private static String plain(JsonNode number) {
        var decimal = number.decimalValue();
        return Math.abs(decimal.scale()) > MAX_SCALE
                ? decimal.toString()
                : decimal.stripTrailingZeros().toPlainString();
    }
}
