package clinic.daybreak.staff;

/** What a member of staff is allowed; see PRODUCT "Roles" as kept in docs/glossary.md. */
public enum StaffRole {
    COORDINATOR("Intake coordinator"),
    CLINICIAN("Clinician"),
    MANAGER("Manager"),
    ADMIN("Administrator");

    private final String label;

    StaffRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
