package clinic.daybreak.person;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.PhoneNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as they described themselves. Addresses are kept as written even when they cannot be used: a bad e-mail or
 * telephone never rejects a person.
 *
 * @param region two-letter country for a telephone written without one
 * @param birthDate empty when nobody said
 * @param consents what was agreed to or forbidden in so many words; what was not said is not in it
 */
public record NewPerson(
        PersonName name,
        String email,
        String phone,
        String region,
        Language language,
        PreferredContact preferredContact,
        Voicemail voicemail,
        @Nullable LocalDate birthDate,
        Map<ConsentPurpose, Boolean> consents) {

    public NewPerson {
        consents = Map.copyOf(consents);
    }

    Optional<EmailAddress> usableEmail() {
        return EmailAddress.parse(email);
    }

    Optional<PhoneNumber> usablePhone() {
        return PhoneNumber.parse(phone, region);
    }
}
