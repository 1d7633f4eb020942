package clinic.daybreak.person;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.RecordMissingException;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people and tells whether somebody is known. It knows nothing of locations: who may see a person follows from
 * their leads, so only the features that hold leads hand people out.
 */
@Service
@Transactional
public class PersonService {

    private final PersonRepository people;
    private final PersonGroups groups;
    private final PersonMatching matching;
    private final PossibleMatches possible;
    private final PersonConsents consents;
    private final ExpectedContacts expected;
    private final Appends appends;
    private final Clock clock;

    PersonService(
            PersonRepository people,
            PersonGroups groups,
            PersonMatching matching,
            PossibleMatches possible,
            PersonConsents consents,
            ExpectedContacts expected,
            Appends appends,
            Clock clock) {
        this.people = people;
        this.groups = groups;
        this.matching = matching;
        this.possible = possible;
        this.consents = consents;
        this.expected = expected;
        this.appends = appends;
        this.clock = clock;
    }

    /**
     * The person who wrote: the known one with the same e-mail address or telephone <em>and</em> a compatible name
     * (DOMAIN 10, case 2), or a new one. Messages of one person that arrive together wait for each other to the end of the
     * caller's transaction, and so does a merge of that person. Others with the same address are noted as possibly the
     * same, for staff to decide.
     *
     * @param saidBy the way in, for the record of consents
     * @param onlyTighten whether a consent may be recorded that takes back an earlier refusal: not by a file
     */
    @PreAuthorize("hasRole('SYSTEM')")
    @Transactional(propagation = Propagation.MANDATORY)
    public MatchedPerson matchOrRegister(NewPerson form, String saidBy, boolean onlyTighten) {
        expected.lock(form);
        var found = matching.find(form);
        var known = found.person().map(this::lock);
        var group = known.map(locked -> groups.of(locked.id()));
        var person = known.orElseGet(() -> new Person(form, clock.instant()));
        group.ifPresent(rows -> person.reachableAt(form, absorbed(rows), clock.instant(), onlyTighten));
        keep(person);
        expected.arrived(form);
        var rows = group.orElseGet(() -> new PersonGroup(person.id(), List.of(), null));
        consents.record(rows, known.isEmpty(), form.consents(), saidBy, onlyTighten, clock.instant());
        if (found.isAddressKnown()) {
            appends.settle();
            possible.suggest(rows, form);
        }
        return new MatchedPerson(person.id(), known.isEmpty(), found.isAddressKnown());
    }

    /** Flushed at once for what is written by SQL; where much is gathered, it is settled before it is read. */
    private PersonId keep(Person person) {
        return (appends.isGathering() ? people.save(person) : people.saveAndFlush(person)).id();
    }

    /** A merge may have come in between; then it is the row that stands for them now. */
    private Person lock(PersonId id) {
        var person = people.lock(id.value()).orElseThrow();
        return person.mergedInto().map(this::lock).orElse(person);
    }

    /** Somebody for whom another person wrote: nothing is known but the name, so nothing can match. */
    @PreAuthorize("hasRole('SYSTEM')")
    public PersonId register(NewPerson form) {
        return keep(new Person(form, clock.instant()));
    }

    /** Whether somebody of this name may be that person, by any name they are known by. */
    @PreAuthorize("hasRole('SYSTEM')")
    @Transactional(readOnly = true)
    public boolean isKnownAs(PersonId id, PersonName name) {
        return groups.names(groups.of(id).ids()).stream().anyMatch(known -> known.isCompatibleWith(name));
    }

    /** Of somebody who was merged into another: the one, with the addresses and consents of both. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public PersonDetails get(PersonId id) {
        var group = groups.of(id);
        return people.findById(group.kept())
                .map(person -> person.details(absorbed(group), consents.of(group)))
                .orElseThrow(() -> new RecordMissingException("Person"));
    }

    /** Staff called them and somebody else answered: the number that counted until now is marked as not theirs. */
    @PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
    @Transactional(propagation = Propagation.MANDATORY)
    public void calledSomebodyElse(PersonId id) {
        var group = groups.of(id);
        var person = people.lock(group.kept().value()).orElseThrow(() -> new RecordMissingException("Person"));
        person.calledSomebodyElse(absorbed(group), clock.instant());
        people.saveAndFlush(person);
    }

    /** Every row by which this human being is known, the one that stands for all first. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<PersonId> listRows(PersonId id) {
        return groups.of(id).ids().stream().map(PersonId::new).toList();
    }

    private List<Person> absorbed(PersonGroup group) {
        return group.absorbed().isEmpty()
                ? List.of()
                : people.findAbsorbed(group.kept().value());
    }
}
