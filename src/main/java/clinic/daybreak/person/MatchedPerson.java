package clinic.daybreak.person;

/**
 * Who wrote.
 *
 * @param isNew whether nobody was known to be them; told by the one look-up under the lock, for ids made before it waited
 *     say nothing
 * @param isAddressKnown whether anybody was reached at their address or telephone before
 */
public record MatchedPerson(PersonId id, boolean isNew, boolean isAddressKnown) {}
