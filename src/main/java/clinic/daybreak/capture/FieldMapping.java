package clinic.daybreak.capture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a sender's fields are called, decided once by staff.
 *
 * @param names the sender's name to ours ({@link #TARGETS})
 * @param seen all names that the sender used when this was decided; one that disappears while a new one comes was renamed.
 *     Empty when nothing had come yet
 */
public record FieldMapping(Map<String, String> names, Set<String> seen) {

    /** Our names, in the order of the form. */
    public static final List<String> TARGETS = List.of(
            "first_name",
            "last_name",
            "full_name",
            "email",
            "phone",
            "location",
            "message",
            "relation",
            "patient_name",
            "birth_date",
            "preferred_contact",
            "voicemail_ok",
            "consent_email",
            "consent_sms",
            "lang",
            "heard_by",
            "page_url",
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "referrer",
            "submitted_at",
            "submission_id");

    /** In mail: what stands below the new words. It is scanned and shown, but it is no part of the message. */
    public static final String QUOTED = "quoted_history";

    /** What a page of ours adds for its own use, and what was said before. */
    private static final Set<String> TECHNICAL = Set.of("website", "stamp", "embed", QUOTED);

    /** Whether that name has a meaning here; every other answer is shown to staff beside the message. */
    public static boolean isOurs(String name) {
        return TARGETS.contains(name) || TECHNICAL.contains(name);
    }

    public FieldMapping {
        names = Map.copyOf(names);
        seen = Set.copyOf(seen);
    }

    /** The answers by our names; what nobody mapped stays under the sender's name. Of two for one name the first that says something counts. */
    public Map<String, String> apply(Map<String, String> answers) {
        var ours = new LinkedHashMap<String, String>();
        answers.forEach((name, value) -> {
            var target = names.getOrDefault(name, name);
            if (ours.getOrDefault(target, "").isBlank()) {
                ours.put(target, value);
            }
        });
        return ours;
    }

    /** The mapped names that did not come, when at the same time names came that were not there before. */
    public Set<String> missing(Set<String> names) {
        if (seen.isEmpty() || seen.containsAll(names)) {
            return Set.of();
        }
        var missing = new LinkedHashSet<>(this.names.keySet());
        missing.removeAll(names);
        return missing;
    }
}
