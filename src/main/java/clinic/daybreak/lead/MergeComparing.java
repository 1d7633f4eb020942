package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.staff.StaffService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts two leads side by side: the same for the screen and for the merge itself. */
@Component
class MergeComparing {

    private final MergeRules rules;
    private final PersonService people;
    private final LocationService locations;
    private final StaffService staff;

    MergeComparing(MergeRules rules, PersonService people, LocationService locations, StaffService staff) {
        this.rules = rules;
        this.people = people;
        this.locations = locations;
        this.staff = staff;
    }

    /** @param wanted what they are to be merged as; empty: what they can be */
    MergeComparison compare(LeadFacts lead, LeadFacts other, @Nullable MergeKind wanted) {
        var kinds = rules.kinds(lead, other);
        if (wanted != null && !kinds.contains(wanted)) {
            throw new RefusedException(
                    wanted == MergeKind.ONE_ENQUIRY
                            ? "These two cannot become one lead any more: one of them has come to its end, or one of the"
                                    + " people wrote for the other."
                            : "Those who wrote are one person already, or one of them wrote for the other.");
        }
        var kind = wanted != null
                ? wanted
                : kinds.contains(MergeKind.ONE_ENQUIRY) ? MergeKind.ONE_ENQUIRY : MergeKind.TWO_ENQUIRIES;
        var left = side(lead, kind);
        var right = side(other, kind);
        var kept = MergePlan.stays(lead, other) ? left : right;
        return new MergeComparison(
                kind, kinds, left, right, kept.facts().id(), MergePlan.preset(kept, kept == left ? right : left));
    }

    private MergeSide side(LeadFacts facts, MergeKind kind) {
        return new MergeSide(
                facts,
                people.get(kind == MergeKind.ONE_ENQUIRY ? facts.person() : facts.correspondent()),
                facts.contact() == null ? null : people.get(facts.contact()),
                locations.get(facts.location()),
                facts.owner() == null ? null : staff.get(facts.owner()));
    }
}
