package clinic.daybreak.crisis;

/** How a clinician cleared a flag (DOMAIN 3, clearing). */
public enum CrisisOutcome {
    FALSE_POSITIVE("False alarm"),
    HISTORICAL("In the past"),
    SAFETY_CONTACT_MADE("Safety contact made"),
    EMERGENCY_OR_WELFARE_CHECK("911 or welfare check"),
    REFERRED_EMERGENCY_CARE("Referred to emergency care"),
    UNREACHABLE("Could not be reached");

    private final String label;

    CrisisOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
