package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A human being who wrote, or for whom somebody wrote. */
@Entity
class Person {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PersonId id;

    private String firstName;
    private String lastName;
    private String pronouns = "";

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "char(2)")
    private Language language;

    @Enumerated(EnumType.STRING)
    private PreferredContact preferredContact;

    @Enumerated(EnumType.STRING)
    private Voicemail voicemail;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "merged_into"))
    private @Nullable PersonId mergedInto;

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
        reachableAt(form, List.of(), now, false);
    }

    PersonId id() {
        return id;
    }

    /** The row that stands for this one. */
    Optional<PersonId> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    /** Known by another row from now on; nothing else of this one changes, so that it can come back as it was. */
    void mergeInto(@Nullable PersonId kept) {
        mergedInto = kept;
    }

    PersonState state() {
        return new PersonState(firstName, lastName, pronouns, language, preferredContact, voicemail, birthDate);
    }

    void adopt(PersonState state) {
        firstName = state.firstName();
        lastName = state.lastName();
        pronouns = state.pronouns();
        language = state.language();
        preferredContact = state.preferredContact();
        voicemail = state.voicemail();
        birthDate = state.birthDate();
    }

    /**
     * Adds what is new; an address that is known already is not added twice.
     *
     * @param absorbed the other rows of the same human being, who keep their own addresses
     * @param byFile a file may be years old: it adds addresses, but mail goes on to where the person wrote from last, and
     *     nothing else that is known of them changes
     */
    void reachableAt(NewPerson form, List<Person> absorbed, Instant now, boolean byFile) {
        var rows = Stream.concat(Stream.of(this), absorbed.stream()).toList();
        var email = form.usableEmail().map(address -> address.value()).orElse(null);
        if (!form.email().isBlank()) {
            rows.stream()
                    .flatMap(row -> row.emails.stream())
                    .filter(known -> known.is(form.email(), email))
                    .findFirst()
                    .ifPresentOrElse(
                            known -> known.usedAgain(now, byFile),
                            () -> emails.add(new PersonEmail(this, form.email(), email, byFile ? createdAt : now)));
        }
        var phone = form.usablePhone().orElse(null);
        if (!form.phone().isBlank()) {
            rows.stream()
                    .flatMap(row -> row.phones.stream())
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

    /** Refuses what cannot be true or does not fit. */
    void correct(PersonField field, String value, Clock clock) {
        switch (field) {
            case FIRST_NAME -> firstName = FactText.name(value);
            case LAST_NAME -> lastName = FactText.name(value);
            case PRONOUNS -> pronouns = FactText.pronouns(value);
            case BIRTH_DATE -> birthDate = FactText.birthDate(value, clock);
            case LANGUAGE -> language = Language.valueOf(value);
            case PREFERRED_CONTACT -> preferredContact = PreferredContact.valueOf(value);
            case VOICEMAIL -> voicemail = Voicemail.valueOf(value);
            case PHONE, EMAIL -> throw new IllegalArgumentException("An address is added");
        }
    }

    /** @return whether it was not known yet; a known one counts as the newest from now on */
    boolean add(WrittenAddress written, Instant now) {
        var address = written.email().orElse(null);
        if (address != null) {
            var known = emails.stream()
                    .filter(email -> email.is(written.raw(), address))
                    .findFirst();
            known.ifPresentOrElse(
                    email -> email.usedAgain(now, false),
                    () -> emails.add(new PersonEmail(this, written.raw(), address, now)));
            return known.isEmpty();
        }
        if (phones.stream().anyMatch(phone -> phone.is(written.raw(), written.number()))) {
            return false;
        }
        phones.addFirst(new PersonPhone(this, written.raw(), written.number(), now));
        return true;
    }

    /**
     * The number that was called is not theirs: of those that still count, the one that is shown first.
     *
     * @param absorbed the other rows of the same human being
     */
    void calledSomebodyElse(List<Person> absorbed, Instant now) {
        Stream.concat(Stream.of(this), absorbed.stream())
                .flatMap(row -> row.phones.stream())
                .filter(PersonPhone::isTheirs)
                .max(Comparator.comparing(PersonPhone::addedAt))
                .ifPresent(phone -> phone.notTheirs(now));
    }

    /** @param absorbed the other rows of the same human being: their addresses count as well */
    PersonDetails details(List<Person> absorbed, Map<ConsentPurpose, Boolean> consents) {
        var rows = Stream.concat(Stream.of(this), absorbed.stream()).toList();
        return new PersonDetails(
                id,
                new PersonName(firstName, lastName),
                pronouns,
                language,
                preferredContact,
                voicemail,
                birthDate,
                state().values(),
                consents,
                rows.stream()
                        .flatMap(row -> row.emails.stream())
                        .sorted(Comparator.comparing(PersonEmail::addedAt).reversed())
                        .map(PersonEmail::details)
                        .filter(new Once<>(email -> email.address() == null ? email.raw() : email.address()))
                        .toList(),
                rows.stream()
                        .flatMap(row -> row.phones.stream())
                        .sorted(Comparator.comparing(PersonPhone::addedAt).reversed())
                        .map(PersonPhone::details)
                        .filter(new Once<>(phone -> phone.number() == null ? phone.raw() : phone.number()))
                        .toList());
    }

    /** Lets each address pass once: two rows of one human being may know the same one. */
    private record Once<T>(Function<T, Object> key, Set<Object> seen) implements Predicate<T> {

        Once(Function<T, Object> key) {
            this(key, new HashSet<>());
        }

        @Override
        public boolean test(T each) {
            return seen.add(key.apply(each));
        }
    }
}
