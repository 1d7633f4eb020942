package clinic.daybreak.followup;

/** What became of a message. */
public enum MessageState {
    /** Written down, waits for its time. */
    QUEUED("Queued"),
    /** Claimed by a worker; another one leaves it alone until the lease ends. */
    SENDING("Sending"),
    /** Taken over by the mail server. */
    SENT("Sent"),
    /** Without a mail server: kept as a file, never sent. */
    CAPTURED("Captured"),
    /** A crash came between the server's answer and our note of it: perhaps sent. A human decides, it is not repeated. */
    SENT_UNCONFIRMED("Perhaps sent"),
    /** Refused for good. */
    FAILED("Failed"),
    /** Must not go any more; the reason says why. */
    CANCELLED("Not sent");

    private final String label;

    MessageState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
