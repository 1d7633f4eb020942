package clinic.daybreak.watch;

import clinic.daybreak.capture.SourcePulse;
import java.time.Duration;
import java.time.Instant;

/** What is found, in words for staff. */
final class Words {

    static final String LIST = "/settings/sources";
    private static final int LONG = 48;

    private Words() {}

    static String silent(SourcePulse pulse, Duration silence) {
        return "Nothing has come for " + length(silence) + ". Its longest pause in four weeks was "
                + length(pulse.longestGap()) + ". Send an entry yourself, and look at the sender's own list.";
    }

    static String failing(SourcePulse pulse) {
        return pulse.failed() >= Watchdogs.FAILED
                ? pulse.failed() + " deliveries of the last minutes could not be received."
                : pulse.refused()
                        + " deliveries of the last minutes were refused. Compare key and secret at the sender.";
    }

    static String unproved(String problem) {
        return "The daily proof did not come through: " + problem;
    }

    static String unproved(Instant last, Instant now) {
        return "No daily proof was made for " + length(Duration.between(last, now)) + ".";
    }

    private static String length(Duration duration) {
        long hours = duration.toHours();
        if (hours >= LONG) {
            return duration.toDays() + " days";
        }
        return hours == 1 ? "1 hour" : hours < 1 ? "less than an hour" : hours + " hours";
    }
}
