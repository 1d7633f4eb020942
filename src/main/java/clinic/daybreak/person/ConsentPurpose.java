package clinic.daybreak.person;

/** What a person can agree to or forbid, each on its own. */
public enum ConsentPurpose {
    EMAIL("e-mail, which is not encrypted"),
    SMS("text messages");

    private final String label;

    ConsentPurpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
