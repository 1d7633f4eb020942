package clinic.daybreak.lead;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a lead open at this moment, on every node, so that two do not call the same person. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class PresenceService {

    private final VisibleLeads leads;
    private final PresenceKeeper keeper;
    private final LeadContext context;

    PresenceService(VisibleLeads leads, PresenceKeeper keeper, LeadContext context) {
        this.leads = leads;
        this.keeper = keeper;
        this.context = context;
    }

    /** A screen of the one signed in shows this lead, until it says that it was left. */
    public Presence enter(LeadId id) {
        var me = context.current().get().id();
        var lead = leads.find(id).id();
        keeper.enter(lead, me);
        return new Presence(lead, () -> keeper.leave(lead, me));
    }

    /** The full names of the others who have it open, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> listOthers(LeadId id) {
        return keeper.listOthers(leads.find(id).id(), context.current().get().id());
    }
}
