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

    /** Of two records of one person: a no stays a no, and what only one was asked was not asked. */
    Voicemail strictest(Voicemail other) {
        if (this == FORBIDDEN || other == FORBIDDEN) {
            return FORBIDDEN;
        }
        return this == other ? this : UNKNOWN;
    }
}
