package clinic.daybreak.capture;

/** What the sender keeps for us could not be fetched; the message says why, in words for staff. */
public final class LookUpFailedException extends RuntimeException {

    public LookUpFailedException(String sentence) {
        super(sentence);
    }
}
