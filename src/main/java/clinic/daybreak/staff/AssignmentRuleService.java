package clinic.daybreak.staff;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the new leads of one's locations are dealt out. Another's location looks like one that does not exist. */
@Service
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
@Transactional
public class AssignmentRuleService {

    /** Business minutes; from at once to a whole day. */
    private static final int MOST_MINUTES = 480;

    private static final int NAME_LENGTH = 120;

    private final AssignmentRules rules;
    private final CurrentStaff current;
    private final StaffService staff;
    private final ApplicationEventPublisher events;

    AssignmentRuleService(
            AssignmentRules rules, CurrentStaff current, StaffService staff, ApplicationEventPublisher events) {
        this.rules = rules;
        this.current = current;
        this.staff = staff;
        this.events = events;
    }

    /** By way in and language. */
    @Transactional(readOnly = true)
    public List<AssignmentRule> list(LocationId location) {
        current.requireLocation(location, "Location");
        return rules.of(location).list();
    }

    /** Business time after which an unopened new lead of the location goes to the next colleague. */
    @Transactional(readOnly = true)
    public Duration passAfter(LocationId location) {
        current.requireLocation(location, "Location");
        return rules.of(location).passAfter();
    }

    /** @param minutes of business time, from 1 to 480 */
    public void changePassAfter(LocationId location, int minutes) {
        current.requireLocation(location, "Location");
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new RefusedException("Choose from 1 to " + MOST_MINUTES + " business minutes.");
        }
        rules.passAfter(location, minutes);
        events.publishEvent(new AssignmentRulesChanged(location, "passed on after " + minutes + " minutes"));
    }

    /**
     * @param wanted the language in two letters, or the name of the way in
     * @param members whom they go to, at least one
     */
    public void add(LocationId location, AssignmentRule.Kind kind, String wanted, Set<StaffId> members) {
        current.requireLocation(location, "Location");
        var name = kind == AssignmentRule.Kind.LANGUAGE ? wanted.strip().toLowerCase(Locale.ROOT) : wanted.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new RefusedException("Say which way in or which language is meant, in at most 120 characters.");
        }
        if (members.isEmpty()) {
            throw new RefusedException("Choose at least one colleague to whom these enquiries go.");
        }
        var there = staff.listColleagues(Set.of(location)).stream()
                .filter(member -> member.isAnyOf(StaffRole.COORDINATOR))
                .map(StaffMember::id)
                .collect(Collectors.toSet());
        if (!there.containsAll(members)) {
            throw new RefusedException("Only coordinators of this location take its enquiries. Choose among them.");
        }
        try {
            rules.insert(new AssignmentRule(Uuid7.next(), location, kind, name, members));
        } catch (DuplicateKeyException e) {
            // two managers may add the same at once; the unique key decides
            throw new RefusedException("There is a rule for this already. Remove it first, then add the new one.", e);
        }
        events.publishEvent(new AssignmentRulesChanged(location, "added"));
    }

    public void remove(LocationId location, UUID rule) {
        if (list(location).stream().noneMatch(each -> each.id().equals(rule))) {
            throw new RecordMissingException("Rule");
        }
        rules.delete(rule);
        events.publishEvent(new AssignmentRulesChanged(location, "removed"));
    }
}
