package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.staff.CurrentStaff;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Leads of the locations of the one who asks; another's lead looks like one that does not exist. Whoever asks for a lead
 * that became part of another gets that one.
 */
@Component
class VisibleLeads {

    private final LeadRepository leads;
    private final LeadGroups groups;
    private final CurrentStaff current;
    private final EntityManager entities;

    VisibleLeads(LeadRepository leads, LeadGroups groups, CurrentStaff current, EntityManager entities) {
        this.leads = leads;
        this.groups = groups;
        this.current = current;
        this.entities = entities;
    }

    Lead find(LeadId id) {
        return visible(leads.findById(groups.kept(id)));
    }

    /** Locked to the end of the transaction. */
    Lead lock(LeadId id) {
        var lead = visible(leads.lock(groups.kept(id).value()));
        // merged while this one waited
        return lead.mergedInto().map(this::lock).orElse(lead);
    }

    /**
     * Locked, for a change that somebody decided on what they saw of exactly this lead.
     *
     * @param seen the version that the screen showed
     */
    Lead lockSeen(LeadId id, long seen) {
        var lead = lock(id);
        if (!lead.id().equals(id)) {
            throw new RefusedException(
                    "A colleague merged this lead into another one while you had it open. Open that one and look again.");
        }
        lead.requireVersion(seen);
        return lead;
    }

    /**
     * Whoever saw this lead before has to look again, even when none of its own values changes: its people or its parts did.
     */
    void renew(Lead locked) {
        entities.lock(locked, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The lead itself, then those that are part of it. */
    List<LeadId> parts(Lead kept) {
        return groups.members(kept.id());
    }

    /** Those that are part of a locked lead, locked after it. */
    List<Lead> lockParts(Lead kept) {
        return groups.members(kept.id()).stream()
                .skip(1)
                .map(part -> leads.lock(part.value()).orElseThrow())
                .toList();
    }

    private Lead visible(Optional<Lead> found) {
        var lead = found.filter(known -> !known.isWithdrawn()).orElseThrow(() -> new RecordMissingException("Lead"));
        requireVisible(lead);
        return lead;
    }

    void requireVisible(Lead lead) {
        current.requireLocation(lead.location(), "Lead");
    }

    Lead save(Lead lead) {
        return leads.saveAndFlush(lead);
    }
}
