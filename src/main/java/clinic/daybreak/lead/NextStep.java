package clinic.daybreak.lead;

/** What is to be done next for a lead, in the words of the button that does it. */
public enum NextStep {
    ANSWER("Answer"),
    TRY_AGAIN("Try again"),
    TRY_BY_EMAIL("Try by e-mail"),
    TRY_BY_PHONE("Try by phone"),
    CONFIRM_NUMBER("Confirm the number"),
    CALL_BACK("Call back"),
    RESUME("Contact them again"),
    DECIDE_NO_RESPONSE("Decide: close as no response"),
    PRE_SCREEN("Complete the pre-screen"),
    ASK_FOR_RECORDS("Ask for records"),
    CHASE_RECORDS("Chase records"),
    REVIEW("Clinical review"),
    BOOK("Book first infusion"),
    CONFIRM_VISIT("Confirm the visit");

    private final String label;

    NextStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
