package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff see and do with leads. Each method finds only leads of the locations of the one who asks; another's lead
 * looks like one that does not exist.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class LeadService {

    public static final int TIMELINE_LIMIT = 200;
    public static final int COUNT_CAP = 1_001;

    private final VisibleLeads leads;
    private final LeadSearch search;
    private final LeadHistory history;
    private final PersonService people;
    private final LocationService locations;
    private final StaffService staff;
    private final LeadTurns turns;
    private final LeadContext context;

    LeadService(
            VisibleLeads leads,
            LeadSearch search,
            LeadHistory history,
            PersonService people,
            LocationService locations,
            StaffService staff,
            LeadTurns turns,
            LeadContext context) {
        this.leads = leads;
        this.search = search;
        this.history = history;
        this.people = people;
        this.locations = locations;
        this.staff = staff;
        this.turns = turns;
        this.context = context;
    }

    /** {@code skip} is for the few rows between a known cursor and the wanted page. */
    @Transactional(readOnly = true)
    public List<LeadSummary> list(LeadFilter filter, LeadOrder order, @Nullable LeadCursor after, int skip, int limit) {
        return search.page(filter, context.current().scope(), order, after, skip, limit);
    }

    /** How many leads there are, counted up to {@link #COUNT_CAP}: more than that is "1,000+". */
    @Transactional(readOnly = true)
    public int count(LeadFilter filter) {
        return search.count(filter, context.current().scope(), COUNT_CAP);
    }

    @Transactional(readOnly = true)
    public Map<Stage, Long> countByStage(LeadFilter filter) {
        return search.countByStage(filter, context.current().scope());
    }

    /** The leads on a crisis hold, RED before AMBER, longest first. */
    @Transactional(readOnly = true)
    public List<LeadSummary> listOnCrisisHold(int limit) {
        return search.onCrisisHold(context.current().scope(), limit);
    }

    /**
     * Opens a lead's page; that it was looked at goes on the record. Of a lead that became part of another it is the page
     * of that one.
     */
    public LeadDetails open(LeadId id) {
        turns.opened(id, me().id());
        var details = details(leads.find(id));
        context.audit().looked("Lead", details.facts().id().value());
        return details;
    }

    /** Whether the lead or its timeline is no longer what a screen shows; cheap, and not a look at the person. */
    @Transactional(readOnly = true)
    public boolean isChanged(LeadId id, long seenVersion, int seenEntries) {
        var lead = leads.find(id);
        return !lead.id().equals(id)
                || lead.facts().version() != seenVersion
                || history.count(leads.parts(lead), TIMELINE_LIMIT) != seenEntries;
    }

    /** Refuses as if it did not exist when the lead is not for the one who asks. */
    @Transactional(readOnly = true)
    public void requireVisible(LeadId id) {
        leads.find(id);
    }

    /** The lead that stands for this one, and those that are part of it; refuses as if it did not exist. */
    @Transactional(readOnly = true)
    public List<LeadId> listParts(LeadId id) {
        return leads.parts(leads.find(id));
    }

    /** What else this person asked for, or wrote for others, at one's own locations; newest first. */
    @Transactional(readOnly = true)
    public List<LeadSummary> listOthers(LeadId id, int limit) {
        var lead = leads.find(id);
        var people = new ArrayList<>(this.people.listRows(lead.person()));
        lead.contact().ifPresent(contact -> people.addAll(this.people.listRows(contact)));
        return search.ofPeople(context.current().scope(), people, limit + 1).stream()
                .filter(other -> !other.id().equals(lead.id()))
                .limit(limit)
                .toList();
    }

    private LeadDetails details(Lead lead) {
        return new LeadDetails(
                lead.facts(),
                people.get(lead.person()),
                lead.contact().map(people::get).orElse(null),
                locations.get(lead.location()),
                lead.owner().map(staff::get).orElse(null),
                history.list(leads.parts(lead), TIMELINE_LIMIT));
    }

    /** Takes no version: a try that was made is a fact, whatever colleagues did meanwhile. */
    public void logAttempt(LeadId id, NewAttempt attempt) {
        if (attempt.outcome() == AttemptOutcome.CALL_BACK && attempt.callBackAt() == null) {
            throw new RefusedException("Say when they want to be called back.");
        }
        if (attempt.callBackAt() != null && attempt.callBackAt().isBefore(context.now())) {
            throw new RefusedException("The time to call back has passed already. Choose a later one.");
        }
        var lead = leads.lock(id);
        var before = lead.stage();
        lead.attempted(attempt, history.channels(leads.parts(lead)), context.now(), hours(lead));
        if (attempt.outcome() == AttemptOutcome.WRONG_NUMBER) {
            people.calledSomebodyElse(lead.facts().correspondent());
        }
        var me = me();
        history.attempt(lead.id(), context.now(), me.id(), attempt);
        history.timeline(
                lead.id(),
                context.now(),
                TimelineKind.ATTEMPT,
                me.id(),
                attempt.channel().label() + ": " + attempt.outcome().label(),
                null,
                NoteText.of(attempt.note()).orElse(null));
        recordStages(lead, before, null);
        leads.save(lead);
    }

    /**
     * @param seen the version that the screen showed
     * @param reason why; needed for a step back
     */
    public void move(LeadId id, long seen, Stage target, String reason) {
        var lead = leads.lockSeen(id, seen);
        var before = lead.stage();
        lead.moveTo(target, me().role(), context.now(), hours(lead));
        var words = NoteText.of(reason).orElse(null);
        if (!before.isForwardTo(target) && words == null) {
            throw new RefusedException("Say in a few words why it goes back to " + target.label() + ".");
        }
        recordStages(lead, before, words);
        leads.save(lead);
    }

    /** @param seen the version that the screen showed */
    public void close(LeadId id, long seen, ClosingReason reason, String note) {
        var lead = leads.lockSeen(id, seen);
        var before = lead.stage();
        lead.close(reason, me().role(), context.now(), hours(lead));
        var words = NoteText.of(note).orElse(null);
        recordStages(lead, before, words == null ? reason.label() : reason.label() + ": " + words);
        leads.save(lead);
    }

    /** @param seen the version that the screen showed */
    public void assign(LeadId id, long seen, StaffId owner) {
        var lead = leads.lockSeen(id, seen);
        var member = staff.listColleagues(Set.of(lead.location())).stream()
                .filter(colleague -> colleague.id().equals(owner))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "This colleague does not work for this location. Choose a colleague who does."));
        lead.assignTo(owner);
        history.timeline(
                id, context.now(), TimelineKind.ASSIGNMENT, me().id(), "Assigned to " + member.fullName(), null, null);
        leads.save(lead);
    }

    /** Lets mail and steps forward go again; called by the feature that cleared the flags. */
    @PreAuthorize("hasRole('CLINICIAN')")
    public void releaseCrisisHold(LeadId id, String outcome, String note) {
        var lead = leads.lock(id);
        lead.releaseCrisisHold();
        history.timeline(
                lead.id(),
                context.now(),
                TimelineKind.CRISIS,
                me().id(),
                "Crisis hold cleared: " + outcome,
                null,
                NoteText.of(note).orElse(null));
        leads.save(lead);
        // what was read and cleared does not come back with a part of this lead
        leads.lockParts(lead).stream().filter(part -> part.crisis().isPresent()).forEach(part -> {
            part.releaseCrisisHold();
            leads.save(part);
        });
    }

    private void recordStages(Lead lead, Stage before, @Nullable String reason) {
        if (before == lead.stage()) {
            return;
        }
        history.stageChange(lead.id(), context.now(), me().id(), before, lead.stage(), reason);
        history.timeline(
                lead.id(),
                context.now(),
                TimelineKind.STAGE,
                me().id(),
                before.label() + " to " + lead.stage().label(),
                reason,
                null);
    }

    private OpeningHours hours(Lead lead) {
        return locations.get(lead.location()).hours();
    }

    private StaffMember me() {
        return context.current().get();
    }
}
