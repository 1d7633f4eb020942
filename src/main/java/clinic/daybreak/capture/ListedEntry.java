package clinic.daybreak.capture;

import java.util.Map;

/**
 * An entry out of a sender's own list.
 *
 * @param externalId by which it is known again: the sender's own name for it, or made of all that it says
 * @param answers by the names of the list's columns, in their order
 */
public record ListedEntry(String externalId, Map<String, String> answers) {

    /** A body that is one row of a list and not what the sender would have sent. */
    static final String CONTENT_TYPE = "application/vnd.daybreak.listed+json";
}
