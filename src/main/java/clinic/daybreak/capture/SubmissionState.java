package clinic.daybreak.capture;

/** What became of a submission so far. Nothing is ever deleted. */
public enum SubmissionState {
    RECEIVED,
    PROCESSED,
    NEEDS_HUMAN
}
