package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import java.util.List;
import java.util.Set;

/**
 * A slot on Today: features that know more than the lead itself says fill it. What they bring counts until somebody tried to
 * reach the person after it came up.
 */
public interface TodaySignals {

    /** What is open at these locations, longest first; one for a lead at most. Must be cheap: asked with every look at Today. */
    List<TodaySignal> list(Set<LocationId> scope, int limit);
}
