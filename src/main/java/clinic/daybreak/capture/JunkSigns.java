package clinic.daybreak.capture;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What in the words of a submission speaks for junk. Only signs that people who ask for help do not show: any script, any
 * length, a link or two, and bad spelling are none of them. What is found here is quarantined, never dropped.
 */
final class JunkSigns {

    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\[url|<a\\s+href");
    private static final Pattern SAME_CHARACTER = Pattern.compile("(?s)(\\S)\\1{39,}");
    private static final int MANY_LINKS = 3;

    private JunkSigns() {}

    /** The first sign, in words for staff. */
    static Optional<String> find(Fields fields) {
        var name = fields.get("first_name") + fields.get("last_name") + fields.get("full_name");
        if (LINK.matcher(name).find()) {
            return Optional.of("There is a link where the name should be.");
        }
        var message = fields.get("message");
        if (LINK.matcher(message).results().limit(MANY_LINKS).count() == MANY_LINKS) {
            return Optional.of("There are three or more links in the message.");
        }
        if (SAME_CHARACTER.matcher(message).find()) {
            return Optional.of("One character is repeated forty times or more.");
        }
        return Optional.empty();
    }
}
