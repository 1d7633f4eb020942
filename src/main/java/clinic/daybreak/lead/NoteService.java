package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes on the timeline: kept while they are typed, and shown to the colleagues they are written for. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class NoteService {

    /** Characters of a note. */
    public static final int LENGTH = 10_000;

    private static final int MENTIONS = 20;

    private final VisibleLeads leads;
    private final LeadHistory history;
    private final NoteRepository notes;
    private final StaffService staff;
    private final LeadContext context;

    NoteService(
            VisibleLeads leads, LeadHistory history, NoteRepository notes, StaffService staff, LeadContext context) {
        this.leads = leads;
        this.history = history;
        this.notes = notes;
        this.staff = staff;
        this.context = context;
    }

    public void add(LeadId id, String text) {
        add(id, text, Set.of());
    }

    /**
     * Adds it to the timeline; one's draft for this lead is gone with it.
     *
     * @param text at most {@link #LENGTH} characters
     * @param colleagues who are to see it, each of the lead's own location
     */
    public void add(LeadId id, String text, Set<StaffId> colleagues) {
        var note = NoteText.of(text)
                .orElseThrow(() -> new RefusedException("The note is empty. Write something, or leave it."));
        var lead = leads.find(id);
        var mentioned = staff.listColleagues(Set.of(lead.location())).stream()
                .filter(member -> colleagues.contains(member.id()))
                .toList();
        if (mentioned.size() < colleagues.size()) {
            throw new RefusedException(
                    "One of these colleagues does not work for this location, so they could not open the lead.");
        }
        var me = me();
        history.timeline(lead.id(), context.now(), TimelineKind.NOTE, me, summary(mentioned), null, note);
        notes.discardDraft(leads.parts(lead), me);
        context.publish(new NoteAdded(lead.id(), lead.location()));
        mentioned.forEach(member -> {
            notes.mention(lead.id(), member.id(), me, context.now());
            context.publish(new ColleagueMentioned(lead.id(), lead.location(), member.id()));
        });
    }

    private static String summary(List<StaffMember> mentioned) {
        return mentioned.isEmpty()
                ? "Note"
                : "Note for " + mentioned.stream().map(StaffMember::fullName).collect(Collectors.joining(", "));
    }

    /** Keeps what is typed; nothing typed is nothing to keep. Only the one who types ever sees it. */
    public void keepDraft(LeadId id, String text) {
        var lead = leads.find(id);
        if (text.isBlank()) {
            notes.discardDraft(leads.parts(lead), me());
        } else if (text.length() <= LENGTH) {
            notes.keepDraft(lead.id(), me(), text, context.now());
        }
    }

    /** What one was typing for this lead when one left, wherever that was. */
    @Transactional(readOnly = true)
    public Optional<Draft> findDraft(LeadId id) {
        return notes.findDraft(leads.parts(leads.find(id)), me());
    }

    /** Notes for the one signed in that they have not looked at, newest first. */
    @Transactional(readOnly = true)
    public List<Mention> listMentions() {
        return notes.listUnseen(me(), context.current().scope(), MENTIONS);
    }

    /** The one signed in looks at this lead, and so at what was written there for them. */
    public void seeMentions(LeadId id) {
        notes.seen(leads.parts(leads.find(id)), me(), context.now());
    }

    private StaffId me() {
        return context.current().get().id();
    }
}
