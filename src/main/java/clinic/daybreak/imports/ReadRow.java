package clinic.daybreak.imports;

import clinic.daybreak.crisis.Finding;
import clinic.daybreak.lead.NewEnquiry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row after mapping: an enquiry, or the reason why it cannot be one.
 *
 * @param given by the names of the columns
 * @param fields by our names
 * @param externalId its sender's name for it, or a hash of what it says: the same words twice are one entry
 * @param finding what the phrase scan found in it
 * @param warnings what is wrong with it although it counts
 */
record ReadRow(
        int number,
        Map<String, String> given,
        Map<String, String> fields,
        String externalId,
        @Nullable NewEnquiry enquiry,
        @Nullable Finding finding,
        List<String> warnings,
        @Nullable String refusal) {

    Optional<String> warning() {
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", warnings));
    }

    /** The name, or else the address, by which staff know the row again. */
    String who() {
        for (var name : List.of("full_name", "first_name", "last_name", "email", "phone")) {
            var value = fields.getOrDefault(name, "").strip();
            if (name.equals("first_name") && !value.isEmpty()) {
                return (value + " " + fields.getOrDefault("last_name", "").strip()).strip();
            }
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
