package clinic.daybreak.capture;

/** Whoever sent this did not show the agreed secret; the message says what is missing, for the log of the source. */
public final class NotGenuineException extends RuntimeException {

    public NotGenuineException(String sentence) {
        super(sentence);
    }
}
