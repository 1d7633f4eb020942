package clinic.daybreak.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What merging can change on a person; kept before and after, so that it can be taken back. */
record PersonState(
        String firstName,
        String lastName,
        String pronouns,
        Language language,
        PreferredContact preferredContact,
        Voicemail voicemail,
        @Nullable LocalDate birthDate) {

    /** What was kept before there were pronouns has none. */
    PersonState {
        pronouns = Objects.requireNonNullElse(pronouns, "");
    }

    /** As text, in the form of {@link FactEdit}. */
    Map<PersonField, String> values() {
        return Map.of(
                PersonField.FIRST_NAME,
                firstName,
                PersonField.LAST_NAME,
                lastName,
                PersonField.PRONOUNS,
                pronouns,
                PersonField.BIRTH_DATE,
                birthDate == null ? "" : birthDate.toString(),
                PersonField.LANGUAGE,
                language.name(),
                PersonField.PREFERRED_CONTACT,
                preferredContact.name(),
                PersonField.VOICEMAIL,
                voicemail.name());
    }

    boolean hasNameOf(PersonState other) {
        return firstName.equals(other.firstName) && lastName.equals(other.lastName);
    }

    /** What this one has and the other one chose of its own; whether a message may be left takes the strictest. */
    PersonState with(PersonState other, PersonChoice choice) {
        return new PersonState(
                choice.firstName() ? other.firstName : firstName,
                choice.lastName() ? other.lastName : lastName,
                pronouns.isEmpty() ? other.pronouns : pronouns,
                choice.language() ? other.language : language,
                choice.preferredContact() ? other.preferredContact : preferredContact,
                voicemail.strictest(other.voicemail),
                choice.birthDate() ? other.birthDate : birthDate);
    }

    /** Takes a merge back: what still has the merged value has its own again, what people changed since stays. */
    PersonState restored(PersonState before, PersonState after) {
        return new PersonState(
                firstName.equals(after.firstName) ? before.firstName : firstName,
                lastName.equals(after.lastName) ? before.lastName : lastName,
                pronouns.equals(after.pronouns) ? before.pronouns : pronouns,
                language == after.language ? before.language : language,
                preferredContact == after.preferredContact ? before.preferredContact : preferredContact,
                voicemail == after.voicemail ? before.voicemail : voicemail,
                Objects.equals(birthDate, after.birthDate) ? before.birthDate : birthDate);
    }
}
