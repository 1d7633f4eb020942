package clinic.daybreak.lead;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names one task. */
@Embeddable
public record TaskId(UUID value) implements Serializable {

    static TaskId next() {
        return new TaskId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
