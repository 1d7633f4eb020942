package clinic.daybreak.capture;

/** The three piles of the inbox. */
public enum InboxTab {
    HUMAN("Needs a human", SubmissionState.NEEDS_HUMAN),
    JUNK("Suspected junk", SubmissionState.QUARANTINED),
    ASIDE("Put aside", SubmissionState.DISMISSED);

    private final String label;
    private final SubmissionState state;

    InboxTab(String label, SubmissionState state) {
        this.label = label;
        this.state = state;
    }

    public String label() {
        return label;
    }

    SubmissionState state() {
        return state;
    }
}
