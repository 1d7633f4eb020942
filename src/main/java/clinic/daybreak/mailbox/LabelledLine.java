package clinic.daybreak.mailbox;

import clinic.daybreak.capture.FieldGuess;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line such as "Name: Ann", in one of the ways in which websites write it: with a colon or a tab behind the label, the label
 * in bold, or alone on its line.
 *
 * @param value empty when it stands on the lines below
 */
record LabelledLine(String label, String value) {

    private static final int LONGEST = 60;
    private static final Pattern LABEL = Pattern.compile("[\\p{L}¿][\\p{L}\\p{M}\\p{N} .,'’/()&?¿#*_-]*");
    private static final Pattern RULED = Pattern.compile("-{2,}\\s*([^\\s-].{0,58}[^\\s-])\\s*-{2,}");
    private static final String BOLD = "*_";

    static Optional<LabelledLine> read(String written) {
        var line = written.replaceFirst("^[\\s>]{0,20}", "").strip();
        var ruled = RULED.matcher(line);
        if (ruled.matches() && meaning(ruled.group(1)).isPresent()) {
            return Optional.of(new LabelledLine(ruled.group(1), ""));
        }
        var text = line.replaceFirst("^[•·#-]{1,5} ?", "");
        int bold = run(text, BOLD);
        int cut = separator(text);
        if (cut < 0) {
            var alone = text.substring(bold).replaceFirst("[*_\\s]+$", "");
            return meaning(alone).map(ours -> new LabelledLine(alone, ""));
        }
        var label = text.substring(bold, cut).replaceFirst("[*_\\s]+$", "");
        var rest = text.substring(cut + 1);
        if (!LABEL.matcher(label).matches() || rest.startsWith("//") || isTime(text, cut)) {
            return Optional.empty();
        }
        int closing = bold == 0 ? 0 : Math.min(bold, run(rest, BOLD));
        return Optional.of(new LabelledLine(label, rest.substring(closing).strip()));
    }

    private static int run(String text, String letters) {
        int length = 0;
        while (length < text.length() && letters.indexOf(text.charAt(length)) >= 0) {
            length++;
        }
        return length;
    }

    /** Where the label ends; -1 when there is none. */
    private static int separator(String text) {
        for (int i = 1; i < Math.min(text.length(), LONGEST + 4); i++) {
            if (":：\t".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isTime(String text, int cut) {
        return Character.isDigit(text.charAt(cut - 1))
                && cut + 1 < text.length()
                && Character.isDigit(text.charAt(cut + 1));
    }

    /** Our name for it, if it is one of the usual ones. */
    Optional<String> meaning() {
        return meaning(label);
    }

    private static Optional<String> meaning(String label) {
        return label.length() > LONGEST ? Optional.empty() : FieldGuess.meaning(label);
    }
}
