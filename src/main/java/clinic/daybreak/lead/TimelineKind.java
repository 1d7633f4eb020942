package clinic.daybreak.lead;

/** What an entry of the timeline is about. */
public enum TimelineKind {
    ENQUIRY("Enquiry"),
    TOUCH("Wrote again"),
    ATTEMPT("Attempt"),
    NOTE("Note"),
    STAGE("Stage"),
    ASSIGNMENT("Assignment"),
    PLAN("Plan"),
    MAIL("Mail"),
    CRISIS("Crisis"),
    MERGE("Merge"),
    FACTS("Facts"),
    TASK("Task"),
    AUTHORIZATION("Authorization");

    private final String label;

    TimelineKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
