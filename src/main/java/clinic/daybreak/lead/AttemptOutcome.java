package clinic.daybreak.lead;

/** What came of an attempt. Only {@code REACHED} is a two-way exchange. */
public enum AttemptOutcome {
    REACHED("Reached"),
    VOICEMAIL("Left a voicemail"),
    NO_ANSWER("No answer"),
    CALL_BACK("Asked to be called back"),
    WRONG_NUMBER("Wrong number"),
    SENT("Sent, waiting for a reply");

    private final String label;

    AttemptOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
