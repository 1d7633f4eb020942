package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a lead, also in addresses such as {@code /leads/{id}}: opaque and not guessable. */
@Embeddable
public record LeadId(UUID value) implements Serializable {

    static LeadId next() {
        return new LeadId(Uuid7.next());
    }

    /** From an address; what is not an id belongs to no lead. */
    public static LeadId parse(String text) {
        try {
            return new LeadId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new RecordMissingException("Lead");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
