package clinic.daybreak.capture;

/** Why a submission becomes no lead; the closing reasons of INVALID that can be told from a message (DOMAIN 1). */
public enum DismissalReason {
    SPAM("Spam"),
    TEST("Test"),
    VENDOR_SOLICITATION("Vendor solicitation"),
    JOB_SEEKER("Job seeker");

    private final String label;

    DismissalReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
