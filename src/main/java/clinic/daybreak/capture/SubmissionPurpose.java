package clinic.daybreak.capture;

/** For what a submission was sent. */
public enum SubmissionPurpose {
    ENQUIRY,
    /** The sender itself says that nobody is behind it. */
    TEST,
    /** Daybreak's own daily proof that the way in works; never a lead and in no figure. */
    CANARY
}
