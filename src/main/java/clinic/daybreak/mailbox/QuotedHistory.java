package clinic.daybreak.mailbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in a mail the new words end and an earlier mail begins. Answers between quoted lines are left where they are, and a
 * mail that would have no words of its own is left whole.
 */
final class QuotedHistory {

    private static final Pattern ORIGINAL = Pattern.compile(
            "(?i)^\\s*-{2,}\\s*(original message|original-nachricht|mensaje original|message d'origine)\\s*-{2,}\\s*$");
    private static final Pattern WROTE = Pattern.compile("(?i)^\\s*(on|el)\\s.{4,300}\\s(wrote|escribi[oó]):\\s*$");
    private static final Pattern BEGINS = Pattern.compile("(?i)^\\s*(on|el)\\s.*");
    private static final Pattern FROM = Pattern.compile("(?i)^\\s*\\*?(from|de):.*");
    private static final Pattern SENT = Pattern.compile("(?i)^\\s*\\*?(sent|date|enviado|enviado el|fecha):.*");
    private static final int WROTE_LINES = 3;

    private QuotedHistory() {}

    /** @param quoted what stood below; empty when nothing did */
    record Split(String words, String quoted) {}

    static Split split(String text) {
        var lines = text.lines().toList();
        int cut = find(lines);
        var words = join(lines.subList(0, cut));
        return words.isBlank() ? new Split(text, "") : new Split(words, join(lines.subList(cut, lines.size())));
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    private static int find(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (ORIGINAL.matcher(lines.get(i)).matches() || isHeaderBlock(lines, i)) {
                return i;
            }
            int end = endOfWrote(lines, i);
            if (end > 0 && !isAnsweredBetween(lines, end)) {
                return i;
            }
        }
        return startOfLastQuote(lines);
    }

    /** "On Monday Ann wrote:", which mail programs wrap; where the quoted text then begins, or 0. */
    private static int endOfWrote(List<String> lines, int start) {
        if (!BEGINS.matcher(lines.get(start)).matches()) {
            return 0;
        }
        var joined = "";
        for (int i = start; i < Math.min(lines.size(), start + WROTE_LINES); i++) {
            joined = (joined + " " + lines.get(i)).strip();
            if (WROTE.matcher(joined).matches()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isHeaderBlock(List<String> lines, int i) {
        return FROM.matcher(lines.get(i)).matches()
                && i + 2 < lines.size()
                && lines.subList(i + 1, i + 3).stream()
                        .anyMatch(line -> SENT.matcher(line).matches())
                && i > 0;
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    private static boolean isAnsweredBetween(List<String> lines, int from) {
        boolean quoted = false;
        for (var line : lines.subList(from, lines.size())) {
            if (isQuoted(line)) {
                quoted = true;
            } else if (quoted && !line.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Quoted lines at the very end, with the line that announces them. */
    private static int startOfLastQuote(List<String> lines) {
        int start = lines.size();
        while (start > 0
                && (isQuoted(lines.get(start - 1)) || lines.get(start - 1).isBlank())) {
            start--;
        }
        boolean isThere = lines.subList(start, lines.size()).stream().anyMatch(QuotedHistory::isQuoted);
        if (!isThere) {
            return lines.size();
        }
        return start > 0 && lines.get(start - 1).stripTrailing().endsWith(":") ? start - 1 : start;
    }
}
