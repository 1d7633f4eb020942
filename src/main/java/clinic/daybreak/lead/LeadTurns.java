package clinic.daybreak.lead;

import clinic.daybreak.base.Appends;
import clinic.daybreak.location.OpeningHours;
import clinic.daybreak.person.Language;
import clinic.daybreak.staff.NewLeadTurn;
import clinic.daybreak.staff.NextOwner;
import clinic.daybreak.staff.StaffId;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.Workload;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives leads to those whose turn it is, and knows how many a colleague has. */
@Component
class LeadTurns implements Workload {

    private final StaffService staff;
    private final Appends appends;
    private final JdbcClient jdbc;
    private final Clock clock;

    LeadTurns(StaffService staff, Appends appends, JdbcClient jdbc, Clock clock) {
        this.staff = staff;
        this.appends = appends;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For a lead that nobody has: it is dealt to whose turn it is, or waits until somebody can take it. */
    NextOwner take(Lead lead, Language language, OpeningHours hours) {
        var next = next(lead, language, Set.of());
        var passAt = hours.after(clock.instant(), next.passAfter());
        if (next.id() == null) {
            lead.leaveUnassigned(passAt);
        } else {
            lead.dealTo(next.id(), passAt);
        }
        return next;
    }

    /** For a lead that its owner has not opened: whose turn it is of those who have not had it. */
    NextOwner next(Lead lead, Language language) {
        return next(lead, language, lead.handover().hadIt(lead.owner().orElse(null)));
    }

    private NextOwner next(Lead lead, Language language, Set<StaffId> notTo) {
        return staff.takeNextCoordinator(
                new NewLeadTurn(lead.location(), language.code(), lead.facts().source(), notTo), this);
    }

    /** Counted no further than the limit. */
    @Override
    public boolean isBelow(StaffId owner, int limit) {
        appends.settle(); // those that this transaction has dealt out count as well
        return jdbc.sql("""
                                SELECT COUNT(*) FROM (SELECT 1 FROM leads WHERE owner_id = ? AND next_due_at IS NOT NULL
                                AND merged_into IS NULL LIMIT ?) AS open_leads
                                """)
                        .param(owner.value())
                        .param(limit)
                        .query(Integer.class)
                        .single()
                < limit;
    }

    /**
     * Its owner looks at it: it stays with them. By SQL, for nothing of it changes that colleagues see, and theirs must not be
     * refused for it.
     */
    void opened(LeadId lead, StaffId by) {
        jdbc.sql("""
                        UPDATE leads SET pass_at = NULL, watch_at = CASE
                            WHEN escalated_at IS NULL AND next_step = 'ANSWER' AND NOT imported THEN response_due_at END
                        WHERE id = ? AND owner_id = ? AND pass_at IS NOT NULL
                        """).param(lead.value()).param(by.value()).update();
    }
}
