package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonService;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells automated mail whom it would reach and, in the transaction that claims it, whether a hold stands against it. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(propagation = Propagation.MANDATORY)
public class CorrespondenceService {

    private final LeadRepository leads;
    private final LeadGroups groups;
    private final PersonService people;
    private final LocationService locations;
    private final HoldSearch holds;

    CorrespondenceService(
            LeadRepository leads,
            LeadGroups groups,
            PersonService people,
            LocationService locations,
            HoldSearch holds) {
        this.leads = leads;
        this.groups = groups;
        this.people = people;
        this.locations = locations;
        this.holds = holds;
    }

    /** Of a lead that became part of another: what that one says. */
    public LeadCorrespondence of(LeadId id) {
        var facts =
                leads.findById(groups.kept(id)).map(Lead::facts).orElseThrow(() -> new RecordMissingException("Lead"));
        var person = people.get(facts.correspondent());
        return new LeadCorrespondence(
                facts.id(),
                person.name().first(),
                person.emailForMail().orElse(null),
                person.language(),
                locations.get(facts.location()),
                !facts.mayTellCorrespondent());
    }

    /**
     * The gravest hold on any lead of the people of this lead, and of whoever shares a mailbox with them: one person may
     * be known under two spellings. Each by every row they are known by. Empty when there is none.
     */
    public Optional<CrisisLevel> findCrisisHold(LeadId lead) {
        return holds.gravest(groups.kept(lead));
    }
}
