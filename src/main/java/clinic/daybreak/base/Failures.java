package clinic.daybreak.base;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names an unexpected failure by a number that the user can read out and the log can be searched for. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Failures() {}

    /**
     * What failed and where, without the words of the exception: those of a database repeat the values of people. For log
     * lines about work that is tried again or told to somebody otherwise.
     */
    public static String kind(Throwable failure) {
        var kind = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            kind.append(kind.isEmpty() ? "" : " by ").append(cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql) {
                kind.append(' ').append(sql.getErrorCode());
            }
        }
        Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("clinic.daybreak"))
                .findFirst()
                .ifPresent(frame -> kind.append(" at ").append(frame));
        return kind.toString();
    }

    /** Logs the failure with its number; nothing of it is shown but the number. */
    public static String log(Throwable failure) {
        var reference = RANDOM.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, index) -> text.append(LETTERS.charAt(index)), StringBuilder::append)
                .toString();
        LOG.error("Unexpected failure, reference {}", reference, failure);
        return reference;
    }
}
