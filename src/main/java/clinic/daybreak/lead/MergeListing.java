package clinic.daybreak.lead;

import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.staff.StaffRole;
import java.util.List;
import org.springframework.stereotype.Component;

/** The merges that stand, and whether the one who asks may take them back. */
@Component
class MergeListing {

    private final MergeRepository merges;
    private final LeadGroups groups;
    private final PersonService people;
    private final LocationService locations;
    private final LeadContext context;

    MergeListing(
            MergeRepository merges,
            LeadGroups groups,
            PersonService people,
            LocationService locations,
            LeadContext context) {
        this.merges = merges;
        this.groups = groups;
        this.people = people;
        this.locations = locations;
        this.context = context;
    }

    List<MergeSummary> of(Lead lead) {
        var zone = locations.get(lead.location()).zone();
        return merges.list(groups.members(lead.id())).stream()
                .map(merge -> new MergeSummary(
                        merge.id(), merge.kind(), merge.name(), merge.at(), zone, merge.by(), isUndoable(merge)))
                .toList();
    }

    private boolean isUndoable(MergeRepository.Listed merge) {
        return context.current().get().isAnyOf(StaffRole.COORDINATOR, StaffRole.MANAGER, StaffRole.ADMIN)
                && context.current().scope().contains(merge.otherLocation())
                && merges.findNewest(people.listRows(merge.keptPerson()))
                        .filter(merge.id()::equals)
                        .isPresent();
    }
}
