package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.Availability;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.TeamMember;
import clinic.daybreak.staff.TeamService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much to do. Managers and administrators see their colleagues, everybody else themselves. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional(readOnly = true)
public class TeamLoadService {

    public static final int COUNT_CAP = 201;

    private static final Map<String, String> FIGURES = Map.of(
            "OPEN", "l.next_due_at IS NOT NULL",
            "OVERDUE", "l.next_due_at <= :now",
            "UNANSWERED", "l.next_step = 'ANSWER' AND l.next_due_at IS NOT NULL",
            "TODAY", "l.next_due_at > :now AND l.next_due_at <= :soon");

    private final TeamService team;
    private final CurrentStaff current;
    private final JdbcClient jdbc;
    private final Clock clock;

    TeamLoadService(TeamService team, CurrentStaff current, JdbcClient jdbc, Clock clock) {
        this.team = team;
        this.current = current;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By name; for managers and administrators what nobody owns comes first. */
    public List<TeamLoad> list() {
        boolean isManager = current.get().isAnyOf(StaffRole.MANAGER, StaffRole.ADMIN);
        var members = team.list();
        var now = clock.instant();
        var figures = figures(members, isManager, now);
        var loads = new ArrayList<TeamLoad>();
        if (isManager) {
            loads.add(load(null, Availability.PRESENT, figures.getOrDefault("nobody", Map.of())));
        }
        var places = current.locations();
        members.forEach(each -> loads.add(load(
                each,
                availability(each, places, now),
                figures.getOrDefault(each.member().id().toString(), Map.of()))));
        return loads;
    }

    private static TeamLoad load(@Nullable TeamMember member, Availability availability, Map<String, Integer> figures) {
        return new TeamLoad(
                member,
                availability,
                figures.getOrDefault("OPEN", 0),
                figures.getOrDefault("OVERDUE", 0),
                figures.getOrDefault("UNANSWERED", 0),
                figures.getOrDefault("TODAY", 0));
    }

    /** At the first of the shared locations that is open; where none is, nobody works. */
    private static Availability availability(TeamMember each, List<LocationDetails> places, Instant now) {
        var shared = places.stream()
                .filter(place -> each.member().locations().contains(place.id()))
                .toList();
        if (shared.stream()
                .anyMatch(place -> each.plan()
                        .absence(now.atZone(place.zone()).toLocalDate())
                        .isPresent())) {
            return Availability.ABSENT;
        }
        return shared.stream()
                .filter(place -> place.hours().isOpen(now))
                .findFirst()
                .map(place -> each.plan().at(now, place.zone()))
                .orElse(Availability.OFF);
    }

    private record Figure(String owner, String name, int leads) {}

    /** Each number by the index of its owner and no further than the cap, all with one statement. */
    private Map<String, Map<String, Integer>> figures(List<TeamMember> members, boolean withNobody, Instant now) {
        var scope = current.scope();
        if (scope.isEmpty() || members.isEmpty() && !withNobody) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("scope", LeadSearch.ids(scope));
        values.put("now", SqlTime.of(now));
        values.put("soon", SqlTime.of(now.plus(TodayService.AHEAD)));
        values.put("cap", COUNT_CAP);
        var branches = new ArrayList<String>();
        if (withNobody) {
            branches.addAll(branches("nobody", "l.owner_id IS NULL"));
        }
        for (int i = 0; i < members.size(); i++) {
            var owner = members.get(i).member().id();
            values.put("owner" + i, owner.value());
            branches.addAll(branches(owner.toString(), "l.owner_id = :owner" + i));
        }
        return jdbc
                .sql(String.join(" UNION ALL ", branches))
                .params(values)
                .query((row, number) ->
                        new Figure(row.getString("owner"), row.getString("figure"), row.getInt("leads")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Figure::owner, HashMap::new, Collectors.toMap(Figure::name, Figure::leads)));
    }

    private static List<String> branches(String name, String owner) {
        return FIGURES.entrySet().stream()
                .map(figure -> "(SELECT '" + name + "' AS owner, '" + figure.getKey() + "' AS figure, COUNT(*) AS leads"
                        + " FROM (SELECT 1 FROM leads l WHERE " + LeadWhere.STANDING + " AND " + owner
                        + " AND l.location_id IN (:scope) AND " + figure.getValue() + " LIMIT :cap) AS counted)")
                .toList();
    }
}
