package clinic.daybreak.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How long a lead has waited for whom so far, in business time of its location. What waited for the same party as two leads at
 * once, before they were merged, counts once.
 *
 * @param now whom it waits for
 * @param since when their turn came
 * @param total of each party it ever waited for, the turn that runs among them
 */
public record WaitingTimes(WaitingFor now, Instant since, Map<WaitingFor, Duration> total) {}
