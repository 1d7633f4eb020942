package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.staff.StaffService;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether somebody who wrote for a patient may be told about them (DOMAIN 10, case 1): nothing until the patient allowed
 * it, and nothing any more once they took that back.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class AuthorizationService {

    public static final int LENGTH = 1_000;

    private final VisibleLeads leads;
    private final LeadHistory history;
    private final PersonService people;
    private final StaffService staff;
    private final LocationService locations;
    private final LeadContext context;

    AuthorizationService(
            VisibleLeads leads,
            LeadHistory history,
            PersonService people,
            StaffService staff,
            LocationService locations,
            LeadContext context) {
        this.leads = leads;
        this.history = history;
        this.people = people;
        this.staff = staff;
        this.locations = locations;
        this.context = context;
    }

    /** Empty when nobody wrote for somebody else. */
    @Transactional(readOnly = true)
    public Optional<ContactRights> find(LeadId id) {
        var facts = leads.find(id).facts();
        return Optional.ofNullable(facts.contact())
                .map(contact -> new ContactRights(
                        facts.id(),
                        facts.version(),
                        people.get(contact),
                        people.get(facts.person()),
                        facts.authorization(),
                        facts.authorization() == null
                                ? null
                                : staff.get(facts.authorization().by()),
                        locations.get(facts.location())));
    }

    /**
     * @param seen the version that the screen showed
     * @param words how the patient gave it, at most {@link #LENGTH} characters
     */
    public void record(LeadId id, long seen, String words) {
        var how = required(words, "Write down how the patient gave the authorization");
        var lead = leads.lockSeen(id, seen);
        lead.authorize(how, context.current().get().id(), context.now());
        write(lead, "Authorization recorded: the contact may be told about the patient", how);
    }

    /**
     * @param seen the version that the screen showed
     * @param words how or why it was taken back, at most {@link #LENGTH} characters
     */
    public void revoke(LeadId id, long seen, String words) {
        var why = required(words, "Write down how the patient took the authorization back");
        var lead = leads.lockSeen(id, seen);
        lead.revokeAuthorization();
        write(lead, "Authorization revoked: tell the contact nothing about the patient", why);
    }

    private static String required(String words, String sentence) {
        var text = words.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LENGTH) {
            throw new RefusedException(sentence + ", in at most 1,000 characters.");
        }
        return text;
    }

    private void write(Lead lead, String summary, String words) {
        var me = context.current().get().id();
        history.timeline(lead.id(), context.now(), TimelineKind.AUTHORIZATION, me, summary, null, words);
        leads.save(lead);
    }
}
