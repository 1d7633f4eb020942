package clinic.daybreak.lead;

import java.util.Map;
import java.util.Set;

/**
 * Two leads side by side.
 *
 * @param kinds what they may be merged as; never empty
 * @param kept the one that stays: the open one, else the one that is further, else the older one
 * @param preset of which lead each value is taken unless staff choose otherwise
 */
public record MergeComparison(
        MergeKind kind,
        Set<MergeKind> kinds,
        MergeSide lead,
        MergeSide other,
        LeadId kept,
        Map<MergeField, LeadId> preset) {

    public MergeComparison {
        kinds = Set.copyOf(kinds);
        preset = Map.copyOf(preset);
    }
}
