package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.PersonMergeService;
import clinic.daybreak.person.PersonService;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a merge back: both are again what they were, but for what people did since. Locks as {@link Merging} does. */
@Component
@Transactional
class Unmerging {

    private final VisibleLeads leads;
    private final LeadGroups groups;
    private final LeadHistory history;
    private final MergeRepository merges;
    private final MergeNotes notes;
    private final PersonService people;
    private final PersonMergeService peopleMerges;

    Unmerging(
            VisibleLeads leads,
            LeadGroups groups,
            LeadHistory history,
            MergeRepository merges,
            MergeNotes notes,
            PersonService people,
            PersonMergeService peopleMerges) {
        this.leads = leads;
        this.groups = groups;
        this.history = history;
        this.merges = merges;
        this.notes = notes;
        this.people = people;
        this.peopleMerges = peopleMerges;
    }

    void unmerge(MergeId id) {
        var merge = standing(id);
        peopleMerges.lock(groups.people(merge.kept(), merge.absorbed()));
        standing(id); // not taken back by somebody else while this one waited
        if (!merges.findNewest(people.listRows(merge.keptPerson()))
                .filter(id::equals)
                .isPresent()) {
            throw new RefusedException(
                    "This person was merged once more since. Take the newer merge back first, then this one.");
        }
        merges.undone(id, notes.me(), notes.now());
        var kept = leads.lock(merge.kept());
        var merged = kept.facts();
        if (merge.before() != null && merge.after() != null) {
            var absorbed = part(kept, merge.absorbed());
            separate(kept, absorbed, restored(merge, merge.before(), merge.after(), merged));
        } else {
            leads.renew(leads.lock(merge.absorbed()));
        }
        leads.renew(kept);
        if (merge.personMerge() != null) {
            peopleMerges.undo(merge.personMerge(), notes.me().value());
        }
        notes.unmerged(merge, merged, kept.facts());
    }

    private Merge standing(MergeId id) {
        return merges.findStanding(id)
                .orElseThrow(() -> new RefusedException("This merge was taken back already. Open the leads again."));
    }

    private Lead part(Lead kept, LeadId absorbed) {
        var part = leads.lockParts(kept).stream()
                .filter(each -> each.id().equals(absorbed))
                .findFirst()
                .orElseThrow();
        leads.requireVisible(part);
        return part;
    }

    private LeadFacts restored(Merge merge, LeadFacts before, LeadFacts after, LeadFacts now) {
        return new MergeUndo(before, after, now)
                .restored(
                        history.firstAttempt(merge.kept()).orElse(null),
                        history.hasCrisisSince(merge.kept(), merge.at()));
    }

    private void separate(Lead kept, Lead absorbed, LeadFacts restored) {
        var theirs = new HashSet<>(merges.absorbedBy(absorbed.id()));
        leads.lockParts(kept).stream()
                .filter(part -> theirs.contains(part.id()))
                .forEach(part -> point(part, absorbed.id()));
        point(absorbed, null);
        kept.adopt(restored, notes.now());
        leads.save(kept);
    }

    private void point(Lead lead, @Nullable LeadId kept) {
        lead.mergeInto(kept);
        leads.save(lead);
    }
}
