package clinic.daybreak.capture;

import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a submission. */
@Embeddable
public record SubmissionId(UUID value) implements Serializable {

    static SubmissionId next() {
        return new SubmissionId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
