package clinic.daybreak.person;

import clinic.daybreak.base.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads what staff typed about a person, and refuses in words what cannot be. */
final class FactText {

    private static final int NAME_LENGTH = 120;
    private static final int PRONOUNS_LENGTH = 40;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private FactText() {}

    static String name(String text) {
        return bounded(text, NAME_LENGTH, "A name has at most 120 characters.");
    }

    static String pronouns(String text) {
        return bounded(text, PRONOUNS_LENGTH, "Pronouns have at most 40 characters.");
    }

    private static String bounded(String text, int length, String sentence) {
        if (text.length() > length) {
            throw new RefusedException(sentence + " Shorten it.");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException("There is a character in it that cannot be shown. Type it again.");
        }
        return text;
    }

    static @Nullable LocalDate birthDate(String text, Clock clock) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            // nobody is born after today anywhere on earth
            var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
            if (date.isBefore(EARLIEST) || date.isAfter(latest)) {
                throw new RefusedException("A date of birth is between 1900 and today. Check the year.");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new RefusedException("This is not a date. Choose one.", e);
        }
    }
}
