package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.PersonChoice;
import clinic.daybreak.person.PersonMergeService;
import clinic.daybreak.staff.StaffService;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two leads, or of the people of two leads. Locks people before leads, and of leads those that stand by
 * themselves, by their ids, before those that are part of them: so does everything else that takes more than one.
 */
@Component
@Transactional
class Merging {

    private final VisibleLeads leads;
    private final LeadGroups groups;
    private final MergeComparing comparing;
    private final MergeRepository merges;
    private final MergeNotes notes;
    private final PersonMergeService people;
    private final StaffService staff;

    Merging(
            VisibleLeads leads,
            LeadGroups groups,
            MergeComparing comparing,
            MergeRepository merges,
            MergeNotes notes,
            PersonMergeService people,
            StaffService staff) {
        this.leads = leads;
        this.groups = groups;
        this.comparing = comparing;
        this.merges = merges;
        this.notes = notes;
        this.people = people;
        this.staff = staff;
    }

    MergeId merge(MergeOrder order) {
        people.lock(groups.people(order.lead(), order.other()));
        var both = lock(order);
        var comparison = comparing.compare(both.lead().facts(), both.other().facts(), order.kind());
        boolean leadStays = comparison.kept().equals(order.lead());
        var kept = leadStays ? both.lead() : both.other();
        var absorbed = leadStays ? both.other() : both.lead();
        var picks = new EnumMap<>(comparison.preset());
        picks.putAll(order.picks());

        var keptSide = leadStays ? comparison.lead() : comparison.other();
        var absorbedSide = leadStays ? comparison.other() : comparison.lead();
        var personMerge = mergePeople(keptSide, absorbedSide, picks);
        var before = kept.facts();
        var after = order.kind() == MergeKind.ONE_ENQUIRY ? mergeLeads(kept, absorbed, picks) : null;
        var merge = new Merge(
                MergeId.next(),
                order.kind(),
                kept.id(),
                absorbed.id(),
                keptSide.person().id(),
                absorbedSide.person().id(),
                personMerge,
                after == null ? null : before,
                after,
                notes.now());
        leads.renew(kept);
        leads.renew(absorbed);
        merges.insert(merge, notes.me());
        notes.merged(merge, before, absorbed.facts(), kept.location());
        return merge.id();
    }

    private record Both(Lead lead, Lead other) {}

    private Both lock(MergeOrder order) {
        if (order.lead().toString().compareTo(order.other().toString()) < 0) {
            var lead = leads.lockSeen(order.lead(), order.seen());
            return new Both(lead, leads.lockSeen(order.other(), order.otherSeen()));
        }
        var other = leads.lockSeen(order.other(), order.otherSeen());
        return new Both(leads.lockSeen(order.lead(), order.seen()), other);
    }

    private @Nullable UUID mergePeople(MergeSide kept, MergeSide absorbed, Map<MergeField, LeadId> picks) {
        if (kept.person().id().equals(absorbed.person().id())) {
            return null;
        }
        var other = absorbed.facts().id();
        var choice = new PersonChoice(
                other.equals(picks.get(MergeField.FIRST_NAME)),
                other.equals(picks.get(MergeField.LAST_NAME)),
                other.equals(picks.get(MergeField.LANGUAGE)),
                other.equals(picks.get(MergeField.PREFERRED_CONTACT)),
                other.equals(picks.get(MergeField.BIRTH_DATE)));
        return people.merge(
                kept.person().id(), absorbed.person().id(), choice, notes.me().value());
    }

    private LeadFacts mergeLeads(Lead kept, Lead absorbed, Map<MergeField, LeadId> picks) {
        var after = new MergePlan(kept.facts(), absorbed.facts(), picks).merged();
        var colleagues = staff.listColleagues(Set.of(after.location()));
        if (after.owner() != null
                && colleagues.stream().noneMatch(member -> member.id().equals(after.owner()))) {
            throw new RefusedException(
                    "The owner you chose does not work for the location you chose. Choose another owner or location.");
        }
        kept.adopt(after, notes.now());
        leads.lockParts(absorbed).forEach(part -> point(part, kept.id()));
        point(absorbed, kept.id());
        leads.save(kept);
        return after;
    }

    private void point(Lead lead, LeadId kept) {
        lead.mergeInto(kept);
        leads.save(lead);
    }
}
