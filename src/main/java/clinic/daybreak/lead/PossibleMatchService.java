package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.person.MatchEvidence;
import clinic.daybreak.person.PersonDetails;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.person.PersonMergeService;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.person.PossibleMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be the same person, and the decision that they are not. Others are named only by leads that one may see. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'MANAGER', 'ADMIN')")
@Transactional
public class PossibleMatchService {

    private static final int LIMIT = 5;

    private final VisibleLeads leads;
    private final LeadSearch search;
    private final PersonService people;
    private final PersonMergeService merges;
    private final MergeNotes notes;
    private final LeadContext context;

    PossibleMatchService(
            VisibleLeads leads,
            LeadSearch search,
            PersonService people,
            PersonMergeService merges,
            MergeNotes notes,
            LeadContext context) {
        this.leads = leads;
        this.search = search;
        this.people = people;
        this.merges = merges;
        this.notes = notes;
        this.context = context;
    }

    /** At most five, newest first; nothing of leads at other locations. */
    @Transactional(readOnly = true)
    public List<PossibleLead> list(LeadId id) {
        var lead = leads.find(id);
        return peopleOf(lead)
                .flatMap(person ->
                        merges.listPossible(person).stream().flatMap(match -> possible(lead, person, match).stream()))
                .limit(LIMIT)
                .toList();
    }

    private Optional<PossibleLead> possible(Lead lead, PersonId mine, PossibleMatch match) {
        return search.ofPeople(context.current().scope(), people.listRows(match.person()), 2).stream()
                .filter(other -> !other.id().equals(lead.id()))
                .findFirst()
                .map(other -> {
                    var them = people.get(match.person());
                    return new PossibleLead(
                            other, them.displayName(), match.evidence(), differences(people.get(mine), them, match));
                });
    }

    private static List<String> differences(PersonDetails me, PersonDetails them, PossibleMatch match) {
        var differences = new ArrayList<String>();
        if (!me.name().isCompatibleWith(them.name())) {
            differences.add("other name");
        }
        if (me.birthDate() != null
                && them.birthDate() != null
                && !me.birthDate().equals(them.birthDate())) {
            differences.add("other date of birth");
        }
        if (match.evidence() == MatchEvidence.EMAIL
                && differ(me.phones(), them.phones(), PersonDetails.Phone::number)) {
            differences.add("other phone number");
        }
        if (match.evidence() == MatchEvidence.PHONE
                && differ(me.emails(), them.emails(), PersonDetails.Email::address)) {
            differences.add("other e-mail address");
        }
        return differences;
    }

    private static <T> boolean differ(List<T> mine, List<T> theirs, Function<T, @Nullable Object> key) {
        var one = mine.stream().map(key).filter(Objects::nonNull).toList();
        var other = theirs.stream().map(key).filter(Objects::nonNull).toList();
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    /** The people of both leads are two; they are not suggested again. */
    public void dismiss(LeadId id, LeadId otherId) {
        var lead = leads.find(id);
        var other = leads.find(otherId);
        var pairs = peopleOf(lead)
                .flatMap(mine -> peopleOf(other).map(theirs -> List.of(mine, theirs)))
                .filter(pair -> !people.listRows(pair.getFirst()).contains(pair.getLast()))
                .toList();
        if (pairs.isEmpty()) {
            throw new RefusedException(
                    "These are one person: they were merged, or wrote under one name. Take the merge back instead.");
        }
        pairs.forEach(pair -> merges.dismiss(
                pair.getFirst(), pair.getLast(), context.current().get().id().value()));
        notes.dismissed(lead.facts(), other.facts());
    }

    private static Stream<PersonId> peopleOf(Lead lead) {
        return Stream.concat(Stream.of(lead.person()), lead.contact().stream());
    }
}
