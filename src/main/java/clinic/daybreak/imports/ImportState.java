package clinic.daybreak.imports;

/** Where an import is on its way. */
public enum ImportState {
    LOADING("Being read"),
    READY("To be mapped"),
    CHECKING("Being checked"),
    CHECKED("Checked"),
    RUNNING("Running"),
    CANCELLED("Cancelled"),
    FINISHED("Finished"),
    UNDOING("Being undone"),
    UNDONE("Undone");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether Daybreak is at work on it by itself. */
    public boolean isAtWork() {
        return this == LOADING || this == CHECKING || this == RUNNING || this == UNDOING;
    }

    /** Whether columns may still be mapped. */
    public boolean isOpen() {
        return this == READY || this == CHECKED;
    }
}
