package clinic.daybreak.crisis;

import clinic.daybreak.lead.CrisisLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Finds wording that a human must read soon (DOMAIN 3). Tuned for recall: it accepts about one false alarm in three, and
 * neither negation nor the past tense suppresses a hit.
 */
@Component
class PhraseScan {

    private record Phrase(CrisisLevel level, String text, Pattern pattern) {}

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern APOSTROPHES = Pattern.compile("['\\u2018\\u2019\\u02BC\\u0060\\u00B4]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Phrase> phrases;

    PhraseScan() {
        this.phrases = load();
    }

    private static List<Phrase> load() {
        try (var input = new ClassPathResource("crisis/phrases.txt").getInputStream()) {
            var phrases = new ArrayList<Phrase>();
            for (var line : new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var parts = line.split(" ", 2);
                    phrases.add(phrase(CrisisLevel.valueOf(parts[0]), parts[1].strip()));
                }
            }
            phrases.sort(Comparator.comparing(Phrase::level).reversed());
            return List.copyOf(phrases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrase phrase(CrisisLevel level, String text) {
        var pattern = text.endsWith("*")
                ? " " + Pattern.quote(text.substring(0, text.length() - 1)) + "\\w*"
                : " " + Pattern.quote(text) + "(?= )";
        return new Phrase(level, text, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
    }

    /** The gravest finding in the text; empty when there is none. */
    Optional<Finding> find(String text, String where) {
        var plain = plain(text);
        return phrases.stream()
                .filter(phrase -> phrase.pattern.matcher(plain).find())
                .findFirst()
                .map(phrase -> new Finding(phrase.level, where, phrase.text));
    }

    /** Lower case letters and digits with single spaces around each word: no accents, tricks of spelling, or zero widths. */
    static String plain(String text) {
        var visible = INVISIBLE
                .matcher(Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll(""), Normalizer.Form.NFKD))
                .replaceAll("");
        var bare = MARKS.matcher(APOSTROPHES.matcher(visible).replaceAll("")).replaceAll("");
        return " "
                + OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }
}
