package clinic.daybreak.imports;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an import. */
@Embeddable
public record ImportId(UUID value) implements Serializable {

    static ImportId next() {
        return new ImportId(Uuid7.next());
    }

    /** From the address of a page; what is no id names nothing. */
    public static ImportId parse(String text) {
        try {
            return new ImportId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new RecordMissingException("Import");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
