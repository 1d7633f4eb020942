package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.Uuid7;
import java.util.Map;

/** People in the situations that tests need. */
public final class PersonFixtures {

    private PersonFixtures() {}

    /** An address that no other test uses. */
    public static String freshEmail() {
        return "p" + Uuid7.next().toString().replace("-", "") + "@example.com";
    }

    /** A first name that nobody else has. */
    public static String freshName() {
        return "N" + Uuid7.next().toString().replace("-", "");
    }

    public static NewPerson named(String first, String last) {
        return writer(first, last, freshEmail(), "");
    }

    public static NewPerson writer(String first, String last, String email, String phone) {
        return new NewPerson(
                new PersonName(first, last),
                email,
                phone,
                "US",
                Language.EN,
                PreferredContact.ANY,
                Voicemail.UNKNOWN,
                null,
                Map.of());
    }

    /** An id of nobody in the database. */
    public static PersonId anybody() {
        return PersonId.next();
    }
}
