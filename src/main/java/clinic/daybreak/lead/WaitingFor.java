package clinic.daybreak.lead;

/** Whose turn it is. */
public enum WaitingFor {
    US("Us"),
    PERSON("The person"),
    OFFICE("Referring office"),
    CLINICIAN("Clinician"),
    NOBODY("Nobody");

    private final String label;

    WaitingFor(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
