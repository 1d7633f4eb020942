package clinic.daybreak.capture;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The fields of what came last by a way in, and what they are to mean.
 *
 * @param given by the sender's names, in its order
 * @param names the sender's name to ours: as decided, else as guessed
 */
public record MappingDraft(
        SourceDetails source, Instant receivedAt, Map<String, String> given, Map<String, String> names) {

    /** What was mapped and did not come this time. */
    public Set<String> missing() {
        var missing = new LinkedHashSet<String>();
        if (source.mapping() != null) {
            missing.addAll(source.mapping().names().keySet());
            missing.removeAll(given.keySet());
        }
        return missing;
    }
}
