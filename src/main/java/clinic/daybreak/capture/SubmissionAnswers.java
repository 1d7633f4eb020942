package clinic.daybreak.capture;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what a stored submission says: by its sender's names, then by ours. */
@Component
class SubmissionAnswers {

    /** How mail is stored. */
    static final String MAIL = "message/rfc822";

    /** How a problem ends that a mapping can solve; by these words such submissions are found again. */
    static final String UNMAPPED = " Map the fields of this way in, or correct this one.";

    private static final int MAX_NAMES = 250;
    private static final List<String> WHO = List.of("first_name", "last_name", "full_name", "email", "phone");

    private final Map<SourceKind, SenderFormat> formats = new EnumMap<>(SourceKind.class);
    private final SourceDirectory directory;

    SubmissionAnswers(List<SenderFormat> offered, SourceDirectory directory) {
        this.directory = directory;
        offered.forEach(format -> formats.put(format.kind(), format));
    }

    /**
     * What was understood.
     *
     * @param given by the sender's names, in its order
     * @param fields by our names; what has none of ours under the sender's
     * @param problem why a human must look at it, in words; empty when all is well
     * @param reservation why it must not become a lead by itself, although all is well
     */
    record Read(
            Map<String, String> given,
            Map<String, String> fields,
            Optional<String> problem,
            Optional<Reservation> reservation) {

        static Read of(Map<String, String> given, Map<String, String> fields, Optional<String> problem) {
            return new Read(given, fields, problem, Optional.empty());
        }

        /** Everything that is to be scanned for a cry for help, with the words by which staff know each. */
        Map<String, String> texts() {
            var texts = new LinkedHashMap<String, String>();
            given.forEach((name, text) -> texts.put(name.replace('_', ' '), text));
            fields.forEach((name, text) -> texts.putIfAbsent(name.replace('_', ' '), text));
            return texts;
        }
    }

    Read read(Submission submission, SourceDetails source) {
        Map<String, String> given;
        try {
            given = given(submission, source);
        } catch (Fields.UnreadableException e) {
            var text = new String(submission.body(), StandardCharsets.UTF_8);
            return Read.of(
                    Map.of("message", text),
                    submission.corrected().orElse(Map.of("message", text)),
                    submission.corrected().isPresent()
                            ? Optional.empty()
                            : Optional.of("It cannot be read: " + e.getMessage()));
        }
        if (submission.corrected().isPresent()) {
            return Read.of(given, submission.corrected().get(), Optional.empty());
        }
        var mapping = mapping(submission, given, source);
        return new Read(
                given,
                mapping.apply(given),
                problem(given, mapping),
                format(submission, source)
                        .flatMap(format -> format.reservation(submission.contentType(), submission.body())));
    }

    /** The values of a stored submission, without asking its sender for more; none when it cannot be read. */
    Collection<String> values(Submission submission, SourceDetails source) {
        return stored(submission, source).map(Map::values).orElse(List.of());
    }

    /** What came by mail is read as mail, also when it speaks for a source of another kind. */
    private static SourceKind spoken(Submission submission, SourceDetails source) {
        return submission.contentType().startsWith(MAIL) ? SourceKind.MAILBOX : source.kind();
    }

    private Optional<SenderFormat> format(Submission submission, SourceDetails source) {
        return Optional.ofNullable(formats.get(spoken(submission, source)));
    }

    private Map<String, String> given(Submission submission, SourceDetails source) {
        var format = format(submission, source);
        if (format.isPresent() && submission.supplement().isEmpty() && !submission.isListed()) {
            // of a source that was revoked meanwhile nothing more can be fetched, but what came can still be read
            var hook = directory.findByCode(source.code()).orElse(new HookSource(source, "", ""));
            format.get().lookUp(submission.body(), hook).ifPresent(submission::complete);
        }
        return asStored(submission, source);
    }

    private Map<String, String> asStored(Submission submission, SourceDetails source) {
        if (submission.isListed()) {
            return Fields.ofJson(submission.body()).inOrder();
        }
        var body = submission.supplement().orElse(submission.body());
        return format(submission, source)
                .map(format -> Fields.of(format.answers(submission.contentType(), body)))
                .orElseGet(() -> Fields.read(submission.contentType(), body))
                .inOrder();
    }

    /** The answers by the sender's names, as far as they are here already; empty when they cannot be read. */
    Optional<Map<String, String>> stored(Submission submission, SourceDetails source) {
        try {
            return Optional.of(asStored(submission, source));
        } catch (Fields.UnreadableException e) {
            return Optional.empty();
        }
    }

    /** What the fields of a submission mean: as decided, else as guessed. */
    FieldMapping mapping(Submission submission, Map<String, String> given, SourceDetails source) {
        if (submission.isListed()) {
            return listedMapping(given, source);
        }
        var kind = spoken(submission, source);
        return source.mapping() == null || kind != source.kind() ? guess(given, kind) : source.mapping();
    }

    /** A list of the sender's has columns of its own; where one is called as a mapped field, it means the same. */
    FieldMapping listedMapping(Map<String, String> row, SourceDetails source) {
        var names = new HashMap<>(guess(row, source.kind()).names());
        if (source.mapping() != null) {
            source.mapping().names().forEach((name, ours) -> {
                if (row.containsKey(name)) {
                    names.put(name, ours);
                }
            });
        }
        return new FieldMapping(names, Set.of());
    }

    FieldMapping guess(Map<String, String> given, SourceKind kind) {
        var format = formats.get(kind);
        return FieldGuess.mapping(given.keySet(), format == null ? Map.of() : format.fixedNames());
    }

    /** Neither a name nor a way to reach them. */
    static boolean saysNobody(Fields fields) {
        return WHO.stream().noneMatch(fields::isSet);
    }

    /** Why a human must look at it; empty when all is well. */
    static Optional<String> problem(Map<String, String> given, FieldMapping mapping) {
        var missing = mapping.missing(given.keySet());
        if (!missing.isEmpty()) {
            var names = String.join("\", \"", missing);
            return Optional.of("The form has changed: \""
                    + (names.length() <= MAX_NAMES ? names : names.substring(0, MAX_NAMES) + "…")
                    + "\" did not come, and there are fields that nobody has mapped." + UNMAPPED);
        }
        if (saysNobody(Fields.of(mapping.apply(given)))) {
            return Optional.of("It says neither who wrote nor how to reach them." + UNMAPPED);
        }
        return Optional.empty();
    }
}
