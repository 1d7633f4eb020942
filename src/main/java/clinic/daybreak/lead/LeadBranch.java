package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of a filter whose leads lie side by side in an index, in the order of the list: one location and one stage. A
 * list of several locations is put together of the first rows of each; with {@code IN} MariaDB would sort all of them.
 */
record LeadBranch(LeadFilter filter, Set<LocationId> scope) {

    private static final int MOST = 100;

    static List<LeadBranch> of(LeadFilter filter, Set<LocationId> scope) {
        var wanted = filter.location() == null ? scope : Set.of(filter.location());
        int stages = Math.max(1, filter.stages().size());
        boolean isByOtherIndex = !filter.q().isBlank() || filter.owner() != null || filter.onCrisisHold();
        if (isByOtherIndex || wanted.isEmpty() || wanted.size() * stages > MOST) {
            return List.of(new LeadBranch(filter, scope));
        }
        var branches = new ArrayList<LeadBranch>();
        for (var location : wanted) {
            if (filter.stages().isEmpty()) {
                branches.add(new LeadBranch(filter.withLocation(location), scope));
            }
            for (var stage : filter.stages()) {
                branches.add(new LeadBranch(filter.withLocation(location).withStages(Set.of(stage)), scope));
            }
        }
        return branches;
    }
}
