package clinic.daybreak.followup;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.Uuid7;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a message, also in addresses such as {@code /automation/outbox/{id}}. */
@Embeddable
public record MessageId(UUID value) implements Serializable {

    static MessageId next() {
        return new MessageId(Uuid7.next());
    }

    public static MessageId parse(String text) {
        try {
            return new MessageId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new RecordMissingException("Message");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
