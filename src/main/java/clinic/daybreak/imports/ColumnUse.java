package clinic.daybreak.imports;

import clinic.daybreak.capture.FieldMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a column.
 *
 * @param target one of {@link #TARGETS}
 * @param format how its dates are written; empty when it has none, or when nobody has decided
 */
public record ColumnUse(String target, @Nullable DateFormat format) {

    /** Shown to staff beside the message, under the name of the column. */
    public static final String KEEP = "keep";

    /** Stays in the stored row and is used for nothing. */
    public static final String IGNORE = "ignore";

    static final String RECEIVED_AT = "received_at";
    static final String DO_NOT_EMAIL = "do_not_email";
    static final String SUBMISSION_ID = "submission_id";
    private static final Set<String> DATES = Set.of(RECEIVED_AT, "birth_date");

    /** Every possible use with its words, in the order of a form. */
    public static final Map<String, String> TARGETS = targets();

    private static Map<String, String> targets() {
        var targets = new LinkedHashMap<String, String>();
        targets.put(KEEP, "Keep as an answer");
        targets.put(IGNORE, "Ignore");
        for (var name : FieldMapping.TARGETS) {
            if (!name.equals("submitted_at")) {
                targets.put(name, label(name));
            }
        }
        targets.put(RECEIVED_AT, "Received at");
        targets.put(DO_NOT_EMAIL, "Opted out of e-mail");
        return Collections.unmodifiableMap(targets);
    }

    private static String label(String name) {
        return switch (name) {
            case "email" -> "E-mail";
            case "lang" -> "Language";
            case SUBMISSION_ID -> "Id of the entry";
            case "voicemail_ok" -> "Voicemail allowed";
            case "consent_email" -> "Consent to e-mail";
            case "consent_sms" -> "Consent to text messages";
            case "page_url" -> "Page address";
            default -> {
                var words = name.replace("utm_", "UTM ").replace('_', ' ');
                yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }

    public static ColumnUse keep() {
        return new ColumnUse(KEEP, null);
    }

    static ColumnUse ignore() {
        return new ColumnUse(IGNORE, null);
    }

    public boolean isDate() {
        return DATES.contains(target);
    }

    /** Whether it says something of its own, of which there can be only one in a row. */
    boolean isField() {
        return !target.equals(KEEP) && !target.equals(IGNORE);
    }
}
