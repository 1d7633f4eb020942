package clinic.daybreak.lead;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When leads are looked at again, as staff decide it, and how long they have waited for whom. Finds only leads of the locations
 * of the one who asks.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional
public class LeadPlanService {

    private static final Duration LATEST = Duration.ofDays(366);
    private static final int LATEST_HOLD_YEARS = 3;
    private static final int REASON_LENGTH = 300;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

    private final VisibleLeads leads;
    private final LeadHistory history;
    private final WaitingLedger ledger;
    private final LocationService locations;
    private final LeadContext context;

    LeadPlanService(
            VisibleLeads leads,
            LeadHistory history,
            WaitingLedger ledger,
            LocationService locations,
            LeadContext context) {
        this.leads = leads;
        this.history = history;
        this.ledger = ledger;
        this.locations = locations;
        this.context = context;
    }

    /**
     * Sets when the next step is due. The first-response clock is not stopped by it. Takes no version: it is a wish for one
     * value, and the timeline keeps every one.
     *
     * @param at to come, at most a year ahead
     */
    public void snooze(LeadId id, Instant at) {
        requireToCome(at);
        if (at.isAfter(context.now().plus(LATEST))) {
            throw new RefusedException("That is more than a year ahead. Put the lead on hold instead.");
        }
        var lead = leads.lock(id);
        lead.dueAt(at);
        note(lead, "Next step due " + at.atZone(zone(lead)).format(TIME), null);
        leads.save(lead);
    }

    /**
     * The person wants to be contacted later: nothing is due until that day, and then the lead comes back by itself.
     *
     * @param seen the version that the screen showed
     * @param until the day, in the zone of the lead's location; it wakes when the location opens on it or next
     * @param reason why they want later; needed
     */
    public void putOnHold(LeadId id, long seen, LocalDate until, String reason) {
        var words = reason.strip();
        if (words.isEmpty() || words.length() > REASON_LENGTH) {
            throw new RefusedException("Say in a few words why they want later, in at most 300 characters.");
        }
        var lead = leads.lockSeen(id, seen);
        var hours = locations.get(lead.location()).hours();
        var wakes = hours.after(until.atStartOfDay(hours.zone()).toInstant(), Duration.ZERO);
        requireToCome(wakes);
        if (until.minusYears(LATEST_HOLD_YEARS)
                .isAfter(context.now().atZone(hours.zone()).toLocalDate())) {
            throw new RefusedException(
                    "That is more than three years ahead. Choose an earlier day, or close the lead.");
        }
        lead.putOnHold(wakes, words, context.now());
        note(lead, "On hold until " + until.format(DAY), words);
        leads.save(lead);
    }

    /** What is planned; not a look at the person. */
    @Transactional(readOnly = true)
    public LeadPlan get(LeadId id) {
        var facts = leads.find(id).facts();
        return new LeadPlan(
                facts.id(),
                facts.stage().isOpen(),
                facts.nextStep(),
                facts.nextDueAt(),
                facts.holdUntil(),
                facts.holdReason(),
                locations.get(facts.location()),
                waiting(id),
                facts.version());
    }

    /** How long a lead has waited for whom; with those that are part of it. */
    @Transactional(readOnly = true)
    public WaitingTimes waiting(LeadId id) {
        var lead = leads.find(id);
        return ledger.of(
                lead,
                leads.parts(lead),
                context.now(),
                locations.get(lead.location()).hours());
    }

    private void requireToCome(Instant at) {
        if (!at.isAfter(context.now())) {
            throw new RefusedException("That time has passed already. Choose a later one.");
        }
    }

    private void note(Lead lead, String summary, @Nullable String reason) {
        history.timeline(
                lead.id(),
                context.now(),
                TimelineKind.PLAN,
                context.current().get().id(),
                summary,
                reason,
                null);
    }

    private ZoneId zone(Lead lead) {
        return locations.get(lead.location()).zone();
    }
}
