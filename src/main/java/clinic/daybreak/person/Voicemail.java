package clinic.daybreak.person;

/** Whether a message may be left on the telephone. Not asked is not yes. */
public enum Voicemail {
    ALLOWED("yes"),
    FORBIDDEN("no"),
    UNKNOWN("not asked");

    private final String label;

    Voicemail(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
