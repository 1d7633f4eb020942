package clinic.daybreak.person;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a person. */
@Embeddable
public record PersonId(UUID value) implements Serializable {

    static PersonId next() {
        return new PersonId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
