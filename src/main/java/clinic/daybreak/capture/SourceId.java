package clinic.daybreak.capture;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a source. */
@Embeddable
public record SourceId(UUID value) implements Serializable {

    static SourceId next() {
        return new SourceId(Uuid7.next());
    }
}
