package clinic.daybreak.person;

import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A telephone of a person as written; {@code e164} only when it is one. */
@Entity
class PersonPhone {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Person person;

    private @Nullable String e164;
    private @Nullable String extension;
    private String raw;
    private Instant addedAt;
    private @Nullable UUID broughtBy;
    private @Nullable Instant notTheirsSince;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PersonPhone() {}

    PersonPhone(Person person, String raw, @Nullable PhoneNumber number, Instant now) {
        this.id = Uuid7.next();
        this.person = person;
        this.raw = raw;
        this.e164 = number == null ? null : number.e164();
        this.extension = number == null ? null : number.extension();
        this.addedAt = now;
    }

    Instant addedAt() {
        return addedAt;
    }

    boolean is(String otherRaw, @Nullable PhoneNumber other) {
        return e164 == null ? raw.equals(otherRaw) : other != null && e164.equals(other.e164());
    }

    /** Written by the person: it is theirs, whatever becomes of the file that brought it, and whoever answered it. */
    void usedAgain(boolean byFile) {
        if (!byFile) {
            broughtBy = null;
            notTheirsSince = null;
        }
    }

    boolean isTheirs() {
        return notTheirsSince == null;
    }

    /** Somebody else answered. */
    void notTheirs(Instant now) {
        notTheirsSince = now;
    }

    PersonDetails.Phone details() {
        return new PersonDetails.Phone(raw, e164 == null ? null : new PhoneNumber(e164, extension), isTheirs());
    }
}
