package clinic.daybreak.person;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An e-mail address of a person as written; {@code address} only when it is one. */
@Entity
class PersonEmail {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Person person;

    private @Nullable String address;
    private String raw;
    private Instant addedAt;
    private @Nullable UUID broughtBy;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PersonEmail() {}

    PersonEmail(Person person, String raw, @Nullable String address, Instant now) {
        this.id = Uuid7.next();
        this.person = person;
        this.raw = raw;
        this.address = address;
        this.addedAt = now;
    }

    /** Written from again: mail goes there, not to an address that was added in between. */
    void usedAgain(Instant now, boolean byFile) {
        if (!byFile) {
            addedAt = now;
            broughtBy = null;
        }
    }

    Instant addedAt() {
        return addedAt;
    }

    boolean is(String otherRaw, @Nullable String otherAddress) {
        return address == null ? raw.equals(otherRaw) : address.equals(otherAddress);
    }

    PersonDetails.Email details() {
        return new PersonDetails.Email(raw, address);
    }
}
