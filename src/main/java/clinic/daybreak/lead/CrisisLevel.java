package clinic.daybreak.lead;

/** How urgently a human must read a text (DOMAIN 3): RED within minutes, AMBER within the business hour. */
public enum CrisisLevel {
    AMBER("Needs reading"),
    RED("Crisis");

    private final String label;

    CrisisLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
