package clinic.daybreak.lead;

/** How a human tried to reach the person. */
public enum AttemptChannel {
    CALL("Call"),
    EMAIL("E-mail"),
    TEXT("Text message"),
    IN_PERSON("In person");

    private final String label;

    AttemptChannel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
