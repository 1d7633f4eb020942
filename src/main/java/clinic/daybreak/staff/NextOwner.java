package clinic.daybreak.staff;

/** The coordinator whose turn it was. */
public record NextOwner(StaffId id, String fullName) {}
