package clinic.daybreak.webhook;

import clinic.daybreak.capture.Fields.UnreadableException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Collects answers in their sender's order. A name that comes again has several values: they are joined by ", ". */
final class Answers {

    private static final int MAX = 200;

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws UnreadableException when there are more than any form has */
    Answers add(String name, String value) {
        values.merge(name, value, Answers::join);
        if (values.size() > MAX) {
            throw new UnreadableException("There are more than " + MAX + " fields.");
        }
        return this;
    }

    private static String join(String first, String more) {
        if (first.isBlank() || more.isBlank()) {
            return first.isBlank() ? more : first;
        }
        return first + ", " + more;
    }

    /** What is nested gets the names on the way to it, joined by dots. */
    Answers addAll(String name, JsonNode value) {
        if (!value.isObject() || value.isEmpty()) {
            return add(name, value.isObject() ? "" : JsonBody.text(value));
        }
        value.properties().forEach(inner -> addAll(name + "." + inner.getKey(), inner.getValue()));
        return this;
    }

    Map<String, String> inOrder() {
        return Collections.unmodifiableMap(values);
    }
}
