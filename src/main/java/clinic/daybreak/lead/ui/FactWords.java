package clinic.daybreak.lead.ui;

import clinic.daybreak.person.Language;
import clinic.daybreak.person.PersonField;
import clinic.daybreak.person.PreferredContact;
import clinic.daybreak.person.Voicemail;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The values of a person in words, whatever form they are kept in. */
final class FactWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private FactWords() {}

    static String of(PersonField field, String value) {
        if (value.isEmpty()) {
            return "nothing";
        }
        return switch (field) {
            case FIRST_NAME, LAST_NAME, PRONOUNS, PHONE, EMAIL -> value;
            case BIRTH_DATE -> LocalDate.parse(value).format(DATE);
            case LANGUAGE -> Language.valueOf(value).label();
            case PREFERRED_CONTACT -> PreferredContact.valueOf(value).label();
            case VOICEMAIL -> Voicemail.valueOf(value).label();
        };
    }
}
