package clinic.daybreak.lead;

/** What kinds of work stand on Today, the most pressing first: the order of these is the order of the list. */
public enum TodayGroup {
    CRISIS("Cry for help", "A human must read it within minutes."),
    READING(
            "To be read by a clinician",
            "The scan found words that a clinician must read; mail to this person is held."),
    ANSWER("Waits for an answer", "They wrote and nobody has answered: here the minutes count."),
    PROMISED("Promised call", "They asked to be called at this time."),
    SIGNAL("Something came up", "Something about this person needs a human before anything else can go on."),
    WOKEN("Back from hold", "They wanted to be contacted again from this day on."),
    OVERDUE("Overdue", "The next step was due and has not been done."),
    SOON("Due soon", "The next step is due within twelve hours.");

    private final String label;
    private final String explanation;

    TodayGroup(String label, String explanation) {
        this.label = label;
        this.explanation = explanation;
    }

    public String label() {
        return label;
    }

    /** In one sentence, why what is in it stands where it does. */
    public String explanation() {
        return explanation;
    }
}
