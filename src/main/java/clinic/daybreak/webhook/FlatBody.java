package clinic.daybreak.webhook;

import clinic.daybreak.capture.Fields.UnreadableException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a body that is a list of names with values, whether it came as JSON or as a form. */
final class FlatBody {

    /** PHP's way to write that a field has several values: {@code days[]}, {@code days[0]}. */
    private static final Pattern SEVERAL = Pattern.compile("\\[\\d*]$");

    private FlatBody() {}

    /**
     * @param left names that say nothing about the person
     * @throws UnreadableException when it is neither JSON nor a form
     */
    static Map<String, String> read(String contentType, byte[] body, Predicate<String> left) {
        var answers = new Answers();
        if (isJson(contentType, body)) {
            JsonBody.read(contentType, body).properties().stream()
                    .filter(field -> !left.test(field.getKey()))
                    .forEach(field -> answers.addAll(field.getKey(), field.getValue()));
        } else {
            FormBody.read(contentType, body).stream()
                    .filter(field -> !left.test(field.name()))
                    .forEach(field -> answers.add(SEVERAL.matcher(field.name()).replaceFirst(""), field.value()));
        }
        return answers.inOrder();
    }

    /** By what it says it is, else by how it begins: scripts often leave the content type as it was. */
    static boolean isJson(String contentType, byte[] body) {
        if (contentType.regionMatches(true, 0, "application/json", 0, 16)) {
            return true;
        }
        for (byte each : body) {
            if (!Character.isWhitespace(each)) {
                return each == '{' || each == '[';
            }
        }
        return false;
    }
}
