package clinic.daybreak.staff;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When colleagues work and what for. Everybody keeps their own absences; managers of a location they share, and
 * administrators, keep everything.
 */
@Service
@Transactional
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
public class TeamService {

    private static final int MOST_ABSENCES = 50;
    private static final int LONGEST_YEARS = 2;

    private final CurrentStaff current;
    private final StaffService staff;
    private final WorkPlans plans;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TeamService(
            CurrentStaff current,
            StaffService staff,
            WorkPlans plans,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.current = current;
        this.staff = staff;
        this.plans = plans;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Planned(UUID id, WorkPlan plan, long version) {}

    /**
     * For managers and administrators the active colleagues of their locations by name, themselves among them; for everybody
     * else only themselves. Absences that are over are not in it.
     */
    @Transactional(readOnly = true)
    public List<TeamMember> list() {
        var me = current.get();
        var members =
                me.isAnyOf(StaffRole.MANAGER, StaffRole.ADMIN) ? staff.listColleagues(current.scope()) : List.of(me);
        if (members.isEmpty()) {
            return List.of();
        }
        var planned = jdbc
                .sql("SELECT a.id, a.version, " + WorkPlans.COLUMNS + " FROM staff_account a WHERE a.id IN (:ids)")
                .param(
                        "ids",
                        members.stream().map(member -> member.id().value()).toList())
                .param("today", earliestToday())
                .query((row, number) ->
                        new Planned(UUID.fromString(row.getString("id")), WorkPlans.read(row), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Planned::id, each -> each));
        return members.stream()
                .map(member -> {
                    var known = Objects.requireNonNull(planned.get(member.id().value()));
                    return new TeamMember(member, known.plan, known.version);
                })
                .toList();
    }

    /** Whether the one signed in may change what that colleague does; their own absences everybody may. */
    @Transactional(readOnly = true)
    public boolean mayChange(StaffMember member) {
        var me = current.get();
        return me.isAnyOf(StaffRole.ADMIN)
                || me.isAnyOf(StaffRole.MANAGER)
                        && (member.id().equals(me.id()) || !Collections.disjoint(me.locations(), member.locations()));
    }

    /**
     * Changes languages, working hours and limit; absences are added and removed one by one.
     *
     * @param seen the version that the screen showed
     */
    @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
    public void change(StaffId id, long seen, WorkPlan plan) {
        var member = changeable(id);
        plan.week().forEach((day, hours) -> {
            if (!hours.opens().isBefore(hours.closes())) {
                throw new RefusedException("The working hours of a day must end after they begin. Correct them.");
            }
        });
        if (plan.maxOpen() != null && plan.maxOpen() < 1) {
            throw new RefusedException("The limit of open leads is at least 1. Leave it empty for no limit.");
        }
        int changed = jdbc.sql("UPDATE staff_account SET version = version + 1 WHERE id = ? AND version = ?")
                .param(id.value())
                .param(seen)
                .update();
        if (changed == 0) {
            throw new RefusedException(
                    "A colleague changed this plan while you had it open. Open it again, then change it.");
        }
        plans.change(member.id(), plan);
        events.publishEvent(new TeamPlanChanged(id));
    }

    /** @param until inclusive */
    public void addAbsence(StaffId id, LocalDate from, LocalDate until) {
        requireOwnOrManaged(id);
        if (until.isBefore(from)) {
            throw new RefusedException("The last day of absence is before the first. Correct one of them.");
        }
        if (until.isBefore(earliestToday())) {
            throw new RefusedException("These days are over. Choose days to come.");
        }
        if (from.plusYears(LONGEST_YEARS).isBefore(until)) {
            throw new RefusedException("An absence is at most two years long. Choose an earlier last day.");
        }
        if (count(id) >= MOST_ABSENCES) {
            throw new RefusedException("There are " + MOST_ABSENCES + " absences already. Remove one first.");
        }
        plans.addAbsence(id, from, until);
        events.publishEvent(new AbsenceChanged(id, from + " to " + until));
    }

    public void removeAbsence(StaffId id, UUID absence) {
        requireOwnOrManaged(id);
        if (plans.removeAbsence(id, absence)) {
            events.publishEvent(new AbsenceChanged(id, "taken back"));
        }
    }

    private int count(StaffId id) {
        return jdbc.sql("SELECT COUNT(*) FROM staff_absence WHERE staff_id = ? AND until_day >= ?")
                .param(id.value())
                .param(earliestToday())
                .query(Integer.class)
                .single();
    }

    private void requireOwnOrManaged(StaffId id) {
        if (!current.get().id().equals(id)) {
            changeable(id);
        }
    }

    private StaffMember changeable(StaffId id) {
        var member = staff.listColleagues(current.scope()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RecordMissingException("Member of staff"));
        if (!mayChange(member)) {
            throw new RefusedException("Only their manager changes this. Ask a manager of your location.");
        }
        return member;
    }

    /** Somewhere in the zones of the clinics it is still that day. */
    private LocalDate earliestToday() {
        return clock.instant()
                .minus(Duration.ofHours(12))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
