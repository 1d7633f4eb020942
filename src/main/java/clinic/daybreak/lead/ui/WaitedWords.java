package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.WaitingFor;
import clinic.daybreak.lead.WaitingTimes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says for whom a lead has waited how long, for example "Waited: us 2 d, referring office 5 d". */
final class WaitedWords {

    /** A business day, as for the targets of stages. */
    private static final long HOURS_A_DAY = 8;

    private WaitedWords() {}

    static String of(WaitingTimes times) {
        if (times.total().isEmpty()) {
            return "Waited for nobody yet";
        }
        return "Waited: "
                + Arrays.stream(WaitingFor.values())
                        .filter(times.total()::containsKey)
                        .map(party -> name(party, party == times.now()) + " "
                                + length(times.total().getOrDefault(party, Duration.ZERO)))
                        .collect(Collectors.joining(", "));
    }

    private static String name(WaitingFor party, boolean isNow) {
        return party.label().toLowerCase(Locale.ROOT) + (isNow ? " (now)" : "");
    }

    static String length(Duration business) {
        if (business.toHours() >= HOURS_A_DAY) {
            return business.toHours() / HOURS_A_DAY + " d";
        }
        return business.toHours() >= 1 ? business.toHours() + " h" : business.toMinutes() + " min";
    }
}
