package clinic.daybreak.base;

/**
 * A rule of the clinic forbids what was asked. The message is a sentence for staff: what was refused, why, and what to
 * do instead; it holds no health information and no name.
 */
public class RefusedException extends RuntimeException {

    public RefusedException(String sentence) {
        super(sentence);
    }

    public RefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence, never absent. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
