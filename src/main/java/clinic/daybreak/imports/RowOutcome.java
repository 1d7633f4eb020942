package clinic.daybreak.imports;

/** What became, or would become, of a row. */
public enum RowOutcome {
    WAITING("Waiting"),
    CREATED("Created"),
    TOUCHED("Touched"),
    SKIPPED("Skipped"),
    FAILED("Failed");

    private final String label;

    RowOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
