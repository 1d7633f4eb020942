package clinic.daybreak.crisis;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.staff.CurrentStaff;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clinicians see and decide about cries for help. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class CrisisService {

    private static final int NOTE_LENGTH = 2_000;

    private final CrisisFlagRepository flags;
    private final LeadService leads;
    private final CurrentStaff current;
    private final Clock clock;

    CrisisService(CrisisFlagRepository flags, LeadService leads, CurrentStaff current, Clock clock) {
        this.flags = flags;
        this.leads = leads;
        this.current = current;
        this.clock = clock;
    }

    /** The open flags of a lead that the one who asks may see, oldest first. */
    @Transactional(readOnly = true)
    public List<OpenFlag> listOpen(LeadId lead) {
        return openFlags(lead).stream().map(CrisisFlag::open).toList();
    }

    /** Clears all open flags of the lead and releases its hold; what was done and found must be written down. */
    @PreAuthorize("hasRole('CLINICIAN')")
    public void clear(LeadId lead, CrisisOutcome outcome, String note) {
        var words = note.strip();
        if (words.isEmpty() || words.length() > NOTE_LENGTH) {
            throw new RefusedException("Write down what you found and did, in at most 2,000 characters.");
        }
        leads.releaseCrisisHold(lead, outcome.label(), words);
        for (var flag : openFlags(lead)) {
            flag.clear(current.get().id(), outcome, words, clock.instant());
            flags.save(flag);
        }
    }

    /** Also of the leads that became part of this one. */
    private List<CrisisFlag> openFlags(LeadId lead) {
        return flags.findOpen(leads.listParts(lead).stream().map(LeadId::value).toList());
    }
}
