package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.person.PersonService;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What two leads can be merged as. */
@Component
class MergeRules {

    private final PersonService people;
    private final LeadSearch search;

    MergeRules(PersonService people, LeadSearch search) {
        this.people = people;
        this.search = search;
    }

    /** Never empty: where nothing can be merged, the refusal says why. */
    Set<MergeKind> kinds(LeadFacts one, LeadFacts other) {
        if (one.id().equals(other.id())) {
            throw new RefusedException("These two are one lead already. There is nothing to merge.");
        }
        var kinds = EnumSet.noneOf(MergeKind.class);
        // an enquiry that came to its end stays an episode of its own
        boolean sameEpisode = one.stage().isOpen() == other.stage().isOpen();
        if (sameEpisode && !oneWroteForTheOther(one.person(), other.person())) {
            kinds.add(MergeKind.ONE_ENQUIRY);
        }
        boolean sameWriter = isSame(one.correspondent(), other.correspondent());
        if (!sameWriter && !oneWroteForTheOther(one.correspondent(), other.correspondent())) {
            kinds.add(MergeKind.TWO_ENQUIRIES);
        }
        if (kinds.isEmpty()) {
            throw new RefusedException(
                    sameWriter && !sameEpisode
                            ? "Both were written by the same person already, and one of them has come to its end. They stay"
                                    + " two enquiries of one person; there is nothing to merge."
                            : "One of these people wrote for the other, so they are two. Nothing can be merged.");
        }
        return kinds;
    }

    boolean isSame(PersonId one, PersonId other) {
        return people.listRows(one).contains(other);
    }

    private boolean oneWroteForTheOther(PersonId one, PersonId other) {
        return !isSame(one, other) && search.oneWroteForTheOther(people.listRows(one), people.listRows(other));
    }
}
