package clinic.daybreak.person;

import java.time.Instant;

/**
 * What somebody said last about one purpose.
 *
 * @param saidBy the way in by which they said it, or the full name of the member of staff who heard it
 */
public record ConsentEntry(ConsentPurpose purpose, boolean given, Instant at, String saidBy) {}
