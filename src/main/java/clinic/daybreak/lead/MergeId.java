package clinic.daybreak.lead;

import clinic.daybreak.base.Uuid7;
import java.util.UUID;

/** Names a merge, to take it back. */
public record MergeId(UUID value) {

    static MergeId next() {
        return new MergeId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
