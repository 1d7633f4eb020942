package clinic.daybreak.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows by which one human being is known.
 *
 * @param kept the row that stands for all
 * @param absorbed those that were merged into it; mostly none
 * @param mergedAt when the last of them was; empty when none is
 */
record PersonGroup(
        PersonId kept, List<PersonId> absorbed, @Nullable Instant mergedAt) {

    List<UUID> ids() {
        return Stream.concat(Stream.of(kept), absorbed.stream())
                .map(PersonId::value)
                .toList();
    }
}
