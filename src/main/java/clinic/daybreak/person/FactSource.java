package clinic.daybreak.person;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a value comes from that is not as the person wrote it.
 *
 * @param by the account of the member of staff
 */
public record FactSource(UUID by, Instant at) {}
