package clinic.daybreak.person;

/** Of which values of the absorbed person the kept one takes over; false keeps its own. */
public record PersonChoice(
        boolean firstName, boolean lastName, boolean language, boolean preferredContact, boolean birthDate) {}
