package clinic.daybreak.location;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a {@code Location}. */
@Embeddable
public record LocationId(UUID value) implements Serializable {

    static LocationId next() {
        return new LocationId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
