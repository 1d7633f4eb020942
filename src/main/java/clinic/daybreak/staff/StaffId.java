package clinic.daybreak.staff;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a member of staff. */
@Embeddable
public record StaffId(UUID value) implements Serializable {

    static StaffId next() {
        return new StaffId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
