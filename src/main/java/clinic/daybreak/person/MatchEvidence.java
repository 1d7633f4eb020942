package clinic.daybreak.person;

/** What two people have in common whose names or birthdays speak against their being the same. */
public enum MatchEvidence {
    EMAIL("same e-mail address"),
    PHONE("same phone number"),
    EMAIL_AND_PHONE("same e-mail address and phone number");

    private final String label;

    MatchEvidence(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
