package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.Language;
import clinic.daybreak.person.PersonService;
import clinic.daybreak.staff.StaffAlertRaised;
import clinic.daybreak.staff.StaffService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to leads by itself as time passes: one that nobody opened is passed on, one that nobody answered is told to the
 * managers, one that was on hold wakes. Each lead in a transaction of its own, under its lock, and what is due is looked at again
 * under it: so it happens once, however many nodes there are.
 */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional
public class LeadWatch {

    /** Told again with the same moment it is the same alert: one for each lead. */
    private static final long ONCE = 0;

    private final JdbcClient jdbc;
    private final LeadRepository leads;
    private final LeadHistory history;
    private final LeadTurns turns;
    private final PersonService people;
    private final StaffService staff;
    private final LocationService locations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadWatch(
            JdbcClient jdbc,
            LeadRepository leads,
            LeadHistory history,
            LeadTurns turns,
            PersonService people,
            StaffService staff,
            LocationService locations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.history = history;
        this.turns = turns;
        this.people = people;
        this.staff = staff;
        this.locations = locations;
        this.events = events;
        this.clock = clock;
    }

    /** The leads to which something is to happen now, due longest first. */
    @Transactional(readOnly = true)
    public List<LeadId> listDue(int limit) {
        return jdbc.sql("SELECT id FROM leads WHERE watch_at <= ? ORDER BY watch_at LIMIT ?")
                .param(SqlTime.of(clock.instant()))
                .param(limit)
                .query((row, number) -> new LeadId(UUID.fromString(row.getString("id"))))
                .list();
    }

    /** Does what is due; nothing when another node or a colleague was faster. */
    public void look(LeadId id) {
        leads.lock(id.value()).ifPresent(lead -> look(lead, clock.instant()));
    }

    private void look(Lead lead, Instant now) {
        var location = locations.get(lead.location());
        if (lead.isHoldOver(now)) {
            wake(lead, now);
        }
        if (lead.handover().isPassDue(now)) {
            pass(lead, location, now);
        }
        if (lead.isAnswerLate(now)) {
            escalate(lead, now, "Nobody has tried to reach them within one business hour");
        }
        lead.watch();
        leads.saveAndFlush(lead);
    }

    private void wake(Lead lead, Instant now) {
        var reason = lead.holdReason().orElse("");
        lead.wake(now);
        note(
                lead,
                now,
                TimelineKind.PLAN,
                "Back from hold",
                "The day until which they wanted to wait has come: " + reason);
    }

    private void pass(Lead lead, LocationDetails location, Instant now) {
        if (!location.hours().isOpen(now)) {
            // nobody could have opened it since, and nobody is there to take it
            lead.handover().waitUntil(location.hours().after(now, Duration.ZERO));
            return;
        }
        var owner = lead.owner().orElse(null);
        if (owner == null) {
            deal(lead, location, now);
            return;
        }
        if (!lead.handover().mayBePassed()) {
            escalate(lead, now, "Passed on twice, and nobody has opened it");
            return;
        }
        var before = staff.get(owner).fullName();
        var next = turns.next(lead, language(lead));
        if (next.id() == null) {
            escalate(lead, now, before + " has not opened it. " + next.why());
            return;
        }
        lead.passOn(next.id(), location.hours().after(now, next.passAfter()));
        note(
                lead,
                now,
                TimelineKind.ASSIGNMENT,
                "Passed on to " + next.fullName(),
                before + " has not opened it within " + next.passAfter().toMinutes() + " business minutes. "
                        + next.why());
    }

    /** Nobody could take it before; perhaps somebody can now. That nobody can is on the timeline once. */
    private void deal(Lead lead, LocationDetails location, Instant now) {
        var next = turns.take(lead, language(lead), location.hours());
        if (next.fullName() != null) {
            note(lead, now, TimelineKind.ASSIGNMENT, "Assigned to " + next.fullName(), next.why());
        }
    }

    private void escalate(Lead lead, Instant now, String reason) {
        lead.escalate(now);
        note(lead, now, TimelineKind.ASSIGNMENT, "Escalated to the managers", reason);
        events.publishEvent(new StaffAlertRaised(
                lead.id().value(),
                ONCE,
                "An enquiry has waited too long for an answer.",
                "/leads/" + lead.id(),
                lead.location()));
    }

    private Language language(Lead lead) {
        return people.get(lead.facts().correspondent()).language();
    }

    private void note(Lead lead, Instant now, TimelineKind kind, String summary, @Nullable String reason) {
        history.timeline(lead.id(), now, kind, null, summary, reason, null);
    }
}
