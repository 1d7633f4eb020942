package clinic.daybreak.lead;

/** What is chosen of either side when two are merged; everything else follows a rule. */
public enum MergeField {
    FIRST_NAME("First name", true),
    LAST_NAME("Last name", true),
    BIRTH_DATE("Date of birth", true),
    LANGUAGE("Language", true),
    PREFERRED_CONTACT("Reach", true),
    CONTACT("Who wrote", false),
    STAGE("Stage", false),
    OWNER("Owner", false),
    LOCATION("Location", false);

    private final String label;
    private final boolean ofPerson;

    MergeField(String label, boolean ofPerson) {
        this.label = label;
        this.ofPerson = ofPerson;
    }

    public String label() {
        return label;
    }

    /** Whether it belongs to the person, and is chosen also where the leads stay apart. */
    public boolean isOfPerson() {
        return ofPerson;
    }
}
