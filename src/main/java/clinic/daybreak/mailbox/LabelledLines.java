package clinic.daybreak.mailbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a mail says in labelled lines. A form is one that labels a message and somebody who wrote it: of a form every line is
 * an answer, by our name where its label is a usual one. In any other mail only the usual labels count, and the whole text stays
 * the message.
 */
final class LabelledLines {

    /** Of the lines of a form that have no label. */
    static final String OTHER = "other text";

    private static final Set<String> WHO = Set.of("first_name", "last_name", "full_name", "email", "phone", "from");
    private static final Set<String> SHORT =
            Set.of("first_name", "last_name", "full_name", "email", "phone", "from", "location");
    private static final int MOST = 200;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final StringBuilder other = new StringBuilder();
    private String current = "";
    private boolean isOpen; // the value of the current one may stand on the lines below
    private boolean isInline; // values stand beside their labels here, so that an empty one is empty

    private LabelledLines() {}

    /** @param isForm whether its message is one of the answers */
    record Labelled(Map<String, String> answers, boolean isForm) {}

    static Labelled read(String text) {
        var lines = text.lines().toList();
        var reading = new LabelledLines();
        boolean isForm = isForm(lines);
        for (var line : lines) {
            if (isForm) {
                reading.takeOfForm(line);
            } else {
                reading.takeOfLetter(line);
            }
        }
        if (!reading.other.toString().isBlank()) {
            reading.answers.put(OTHER, reading.other.toString());
        }
        reading.answers.replaceAll((name, value) -> value.strip());
        reading.answers.values().removeIf(String::isEmpty);
        return new Labelled(reading.answers, isForm);
    }

    private static boolean isForm(List<String> lines) {
        boolean message = false;
        boolean who = false;
        for (var line : lines) {
            var name = LabelledLine.read(line).flatMap(LabelledLines::name).orElse("");
            message |= name.equals("message");
            who |= WHO.contains(name);
        }
        return message && who;
    }

    /** Some plug-ins give name and address as "From: Ann &lt;ann@example.com&gt;". */
    private static Optional<String> name(LabelledLine line) {
        return line.label().equalsIgnoreCase("from") || line.label().equalsIgnoreCase("de")
                ? Optional.of("from")
                : line.meaning();
    }

    private void takeOfForm(String line) {
        var labelled = LabelledLine.read(line);
        var known = labelled.flatMap(LabelledLines::name).filter(this::isFree);
        if (known.isPresent()) {
            begin(known.get(), labelled.get().value());
        } else if (current.equals("message")) {
            answers.merge("message", line, (before, more) -> before + "\n" + more);
        } else if (labelled.isPresent() && !labelled.get().value().isEmpty() && answers.size() < MOST) {
            begin(ownName(labelled.get().label()), labelled.get().value());
        } else if (isOpen && !line.isBlank()) {
            answers.merge(current, line.strip(), (before, more) -> (before + "\n" + more).strip());
            isOpen = !SHORT.contains(current);
        } else if (line.codePoints().anyMatch(Character::isLetterOrDigit)) {
            other.append(line).append('\n');
        } else if (!answers.getOrDefault(current, "").isEmpty()) {
            isOpen = false;
        }
    }

    private void takeOfLetter(String line) {
        var labelled = LabelledLine.read(line);
        var known =
                labelled.flatMap(LabelledLine::meaning).filter(this::isFree).filter(name -> !name.equals("message"));
        if (known.isPresent() && SHORT.contains(known.get())) {
            begin(known.get(), labelled.get().value());
        } else if (isOpen && !line.isBlank()) {
            if (labelled.isEmpty()) {
                answers.put(current, line.strip());
            }
            isOpen = false;
        }
    }

    private void begin(String name, String value) {
        answers.put(name, value);
        current = name;
        isInline |= !value.isEmpty();
        isOpen = !isInline;
    }

    private boolean isFree(String name) {
        return answers.getOrDefault(name, "").isBlank();
    }

    /** Begins with a capital, which none of our own names does. */
    private String ownName(String label) {
        var name = label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
        var free = name;
        for (int number = 2; answers.containsKey(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }
}
