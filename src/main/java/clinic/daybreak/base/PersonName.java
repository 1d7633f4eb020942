package clinic.daybreak.base;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A name as its owner writes it: any script, last name optional, never re-capitalised. Each part is at most 120
 * characters.
 */
public record PersonName(String first, String last) {

    private static final int MAX_LENGTH = 120;

    public PersonName {
        first = clean(first);
        last = clean(last);
    }

    /** From one field that holds the whole name: the last word is the last name, a single word is the first name. */
    public static PersonName ofFull(String full) {
        var text = clean(full);
        int cut = text.lastIndexOf(' ');
        return cut < 0 ? new PersonName(text, "") : new PersonName(text.substring(0, cut), text.substring(cut + 1));
    }

    private static String clean(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() <= MAX_LENGTH
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, MAX_LENGTH) - 1));
    }

    public String full() {
        return (first + " " + last).strip();
    }

    public boolean isBlank() {
        return full().isEmpty();
    }

    /**
     * Whether both may name the same human being: the same words in any order, without regard to case and accents; a
     * missing last name, or one of the two names shortened to its initial, does not contradict.
     */
    public boolean isCompatibleWith(PersonName other) {
        if (isBlank() || other.isBlank()) {
            return false;
        }
        var mine = words();
        var theirs = other.words();
        var fewer = mine.size() <= theirs.size() ? mine : theirs;
        var more = fewer == mine ? theirs : mine;
        // whole words first, so that an initial does not use up the word that another one needs
        var left = new ArrayList<>(more);
        var initials = fewer.stream().filter(word -> !left.remove(word)).toList();
        return !fewer.isEmpty() && initials.stream().allMatch(word -> takes(word, left));
    }

    /** Each word answers for one word only: "Maria M." is not "Maria Lopez". */
    private static boolean takes(String word, List<String> left) {
        return left.stream()
                .filter(candidate -> agrees(word, candidate))
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }

    private static boolean agrees(String one, String two) {
        return one.equals(two)
                || (one.length() == 1 && two.startsWith(one))
                || (two.length() == 1 && one.startsWith(two));
    }

    private List<String> words() {
        var plain = Normalizer.normalize(full(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['\\u2019\\u02BC`.]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[\\s\\-,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
