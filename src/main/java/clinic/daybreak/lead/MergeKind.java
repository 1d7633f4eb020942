package clinic.daybreak.lead;

/** What two leads turned out to be. */
public enum MergeKind {
    /** The patients are one person and wrote about the same thing: one lead stays. */
    ONE_ENQUIRY("One enquiry"),
    /** Those who wrote are one person; both leads stay, each with its own way. */
    TWO_ENQUIRIES("Same person, two enquiries");

    private final String label;

    MergeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
