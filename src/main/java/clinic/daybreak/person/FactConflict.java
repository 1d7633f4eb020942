package clinic.daybreak.person;

/**
 * A value that two people changed at the same time.
 *
 * @param original what both saw
 * @param theirs what the colleague who was first saved
 * @param mine what the other one wants
 */
public record FactConflict(PersonField field, String original, String theirs, String mine) {}
