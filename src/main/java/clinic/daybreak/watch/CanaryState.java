package clinic.daybreak.watch;

/** What became of a daily proof. */
public enum CanaryState {
    /** Under way. */
    SENT,
    PROVED,
    FAILED
}
