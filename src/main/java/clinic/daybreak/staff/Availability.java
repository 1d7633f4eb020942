package clinic.daybreak.staff;

/** Whether a colleague can take a new lead at some moment. */
public enum Availability {
    PRESENT("At work"),
    /** Works that day, but not yet. */
    LATER_TODAY("Later today"),
    /** Does not work at that hour. */
    OFF("Not working now"),
    ABSENT("Absent");

    private final String label;

    Availability(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
