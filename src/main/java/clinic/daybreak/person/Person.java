package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A human being who wrote, or for whom somebody wrote. */
@Entity
class Person {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PersonId id;

    private String firstName;
    private String lastName;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "char(2)")
    private Language language;

    @Enumerated(EnumType.STRING)
    private PreferredContact preferredContact;

    @Enumerated(EnumType.STRING)
    private Voicemail voicemail;

    private @Nullable LocalDate birthDate;
    private Instant createdAt;

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL)
    private List<PersonEmail> emails = new ArrayList<>();

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL)
    @OrderBy("addedAt DESC")
    private List<PersonPhone> phones = new ArrayList<>();

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Person() {}

    Person(NewPerson form, Instant now) {
        this.id = PersonId.next();
        this.firstName = form.name().first();
        this.lastName = form.name().last();
        this.language = form.language();
        this.preferredContact = form.preferredContact();
        this.voicemail = form.voicemail();
        this.createdAt = now;
        this.birthDate = form.birthDate();
        reachableAt(form, now, false);
    }

    PersonId id() {
        return id;
    }

    PersonName name() {
        return new PersonName(firstName, lastName);
    }

    /** Whether somebody at the same address is this person: a name may be spelled in two ways, a birthday may not. */
    boolean isCompatibleWith(NewPerson form) {
        return known().isCompatibleWith(form);
    }

    KnownPerson known() {
        return new KnownPerson(id, List.of(name()), birthDate, createdAt);
    }

    /**
     * Adds what is new; an address that is known already is not added twice.
     *
     * @param byFile a file may be years old: it adds addresses, but mail goes on to where the person wrote from last, and
     *     nothing else that is known of them changes
     */
    void reachableAt(NewPerson form, Instant now, boolean byFile) {
        var email = form.usableEmail().map(address -> address.value()).orElse(null);
        if (!form.email().isBlank()) {
            emails.stream()
                    .filter(known -> known.is(form.email(), email))
                    .findFirst()
                    .ifPresentOrElse(
                            known -> known.usedAgain(now, byFile),
                            () -> emails.add(new PersonEmail(this, form.email(), email, byFile ? createdAt : now)));
        }
        var phone = form.usablePhone().orElse(null);
        if (!form.phone().isBlank()) {
            phones.stream()
                    .filter(known -> known.is(form.phone(), phone))
                    .findFirst()
                    .ifPresentOrElse(
                            known -> known.usedAgain(byFile),
                            () -> phones.addFirst(
                                    new PersonPhone(this, form.phone(), phone, byFile ? createdAt : now)));
        }
        if (birthDate == null && !byFile) {
            birthDate = form.birthDate();
        }
    }

    PersonDetails details(Map<ConsentPurpose, Boolean> consents) {
        return new PersonDetails(
                id,
                name(),
                language,
                preferredContact,
                voicemail,
                birthDate,
                consents,
                emails.stream()
                        .sorted(Comparator.comparing(PersonEmail::addedAt).reversed())
                        .map(PersonEmail::details)
                        .toList(),
                phones.stream().map(PersonPhone::details).toList());
    }
}
