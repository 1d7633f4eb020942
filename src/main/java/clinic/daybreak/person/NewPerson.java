package clinic.daybreak.person;

import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.PhoneNumber;
import java.util.Optional;

/**
 * Somebody as they described themselves. Addresses are kept as written even when they cannot be used: a bad e-mail or
 * telephone never rejects a person.
 *
 * @param region two-letter country for a telephone written without one
 */
public record NewPerson(
        PersonName name,
        String email,
        String phone,
        String region,
        Language language,
        PreferredContact preferredContact,
        Voicemail voicemail) {

    Optional<EmailAddress> usableEmail() {
        return EmailAddress.parse(email);
    }

    Optional<PhoneNumber> usablePhone() {
        return PhoneNumber.parse(phone, region);
    }
}
