package clinic.daybreak.lead;

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
    private final LeadContext context;

    MergeListing(MergeRepository merges, LeadGroups groups, PersonService people, LeadContext context) {
        this.merges = merges;
        this.groups = groups;
        this.people = people;
        this.context = context;
    }

    List<MergeSummary> of(Lead lead) {
        return merges.list(groups.members(lead.id())).stream()
                .map(this::summary)
                .toList();
    }

    private MergeSummary summary(MergeRepository.Listed merge) {
        return new MergeSummary(merge.id(), merge.kind(), merge.name(), merge.at(), merge.by(), isUndoable(merge));
    }

    private boolean isUndoable(MergeRepository.Listed merge) {
        return context.current().get().isAnyOf(StaffRole.COORDINATOR, StaffRole.MANAGER, StaffRole.ADMIN)
                && context.current().scope().contains(merge.otherLocation())
                && merges.findNewest(people.listRows(merge.keptPerson()))
                        .filter(merge.id()::equals)
                        .isPresent();
    }
}
