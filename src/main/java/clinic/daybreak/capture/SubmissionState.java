package clinic.daybreak.capture;

/** What became of a submission so far. Nothing is ever deleted. */
public enum SubmissionState {
    /** Stored; the background work makes it a lead or a touch. */
    RECEIVED,
    PROCESSED,
    NEEDS_HUMAN,
    /** Perhaps junk: kept apart with the reason, read for a cry for help, and processed when a human says so. */
    QUARANTINED,
    /** A human, the sender or the daily proof says that nobody is behind it. */
    DISMISSED
}
