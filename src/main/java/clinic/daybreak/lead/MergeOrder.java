package clinic.daybreak.lead;

import java.util.Map;

/**
 * What staff decided on the merge screen.
 *
 * @param seen the version of {@code lead} that the screen showed
 * @param otherSeen the version of {@code other} that the screen showed
 * @param picks of which lead a value is taken; where nothing is said, what the screen preselects
 */
public record MergeOrder(
        LeadId lead, long seen, LeadId other, long otherSeen, MergeKind kind, Map<MergeField, LeadId> picks) {

    public MergeOrder {
        picks = Map.copyOf(picks);
    }
}
