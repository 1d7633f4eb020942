package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as the screens show them; addresses newest first.
 *
 * @param pronouns as the person wants to be spoken of; empty when nobody said
 * @param values what can be corrected, as text in the form of {@link FactEdit}
 * @param consents what counts now; of what nobody was asked there is nothing
 */
public record PersonDetails(
        PersonId id,
        PersonName name,
        String pronouns,
        Language language,
        PreferredContact preferredContact,
        Voicemail voicemail,
        @Nullable LocalDate birthDate,
        Map<PersonField, String> values,
        Map<ConsentPurpose, Boolean> consents,
        List<Email> emails,
        List<Phone> phones) {

    /** @param address empty when what was written is not an e-mail address */
    public record Email(String raw, @Nullable String address) {}

    /**
     * @param number empty when what was written is not a telephone number
     * @param isTheirs false when somebody else answered it
     */
    public record Phone(String raw, @Nullable PhoneNumber number, boolean isTheirs) {}

    /** Where mail to this person goes; empty when there is no usable address. */
    public Optional<String> emailForMail() {
        return emails.stream().map(Email::address).filter(Objects::nonNull).findFirst();
    }

    /** The name for a list; people who gave none are still people. */
    public String displayName() {
        return name.isBlank() ? "Name not given" : name.full();
    }
}
