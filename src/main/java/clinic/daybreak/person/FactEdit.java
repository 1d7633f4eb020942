package clinic.daybreak.person;

/**
 * One value that somebody changed on a screen. Values are text: names as written, dates as ISO 8601, choices by the name
 * of their constant, nothing as an empty text.
 *
 * @param before what the screen showed when they began; empty for an address, which is only ever added
 * @param after what they want
 */
public record FactEdit(PersonField field, String before, String after) {}
