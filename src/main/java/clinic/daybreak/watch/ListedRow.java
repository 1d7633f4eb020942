package clinic.daybreak.watch;

import clinic.daybreak.base.Sha256;
import clinic.daybreak.capture.ListedEntry;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a sender's list.
 *
 * @param id the sender's name for it; empty when the list has none
 * @param at when it was written; empty when the list does not say so, or in a spelling that is not known
 * @param answers as they stand in the list, with the time it was written
 */
record ListedRow(String id, @Nullable Instant at, String email, String phone, Map<String, String> answers) {

    private static final int MAX_ID = 150;
    private static final Set<String> IDS =
            Set.of("submission id", "entry id", "response id", "lead id", "leadgen id", "token", "id", "#");
    private static final Set<String> TIMES = Set.of(
            "submitted at",
            "submit date utc",
            "submit date",
            "submission date",
            "date submitted",
            "entry date",
            "date created",
            "created at",
            "created time",
            "created on",
            "created",
            "lead submit time",
            "timestamp",
            "date",
            "time");
    private static final List<DateTimeFormatter> SPELLINGS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]", Locale.US),
            DateTimeFormatter.ofPattern("M/d/yyyy H:mm[:ss]", Locale.US),
            DateTimeFormatter.ofPattern("M/d/yyyy h:mm[:ss] a", Locale.US),
            DateTimeFormatter.ofPattern("MMMM d, yyyy h:mm a", Locale.US));

    /**
     * @param row by the names of the columns
     * @param ours the same by our names
     * @param zone in which times without one are meant
     */
    static ListedRow of(Map<String, String> row, Map<String, String> ours, ZoneId zone) {
        var id = ours.getOrDefault("submission_id", "");
        var time = ours.getOrDefault("submitted_at", "");
        for (var cell : row.entrySet()) {
            var name = cell.getKey()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}#]+", " ")
                    .strip();
            id = id.isBlank() && IDS.contains(name) ? cell.getValue() : id;
            time = time.isBlank() && TIMES.contains(name) ? cell.getValue() : time;
        }
        var at = time(time.strip(), zone);
        var answers = new LinkedHashMap<>(row);
        at.ifPresent(known -> answers.putIfAbsent("submitted_at", known.toString()));
        return new ListedRow(
                id.strip(), at.orElse(null), ours.getOrDefault("email", ""), ours.getOrDefault("phone", ""), answers);
    }

    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // in another spelling
        }
        for (var spelling : SPELLINGS) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text, spelling).atZone(zone).toInstant());
            } catch (DateTimeException e) {
                // in another spelling
            }
        }
        try {
            return Optional.of(LocalDate.parse(text).atTime(12, 0).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Found again by the sender's own name, else by all that stands in the row. */
    ListedEntry entry() {
        return new ListedEntry(id.isEmpty() || id.length() > MAX_ID ? "listed/" + hash() : id, answers);
    }

    private String hash() {
        var digest = Sha256.digest();
        answers.forEach((name, value) -> digest.update((name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
