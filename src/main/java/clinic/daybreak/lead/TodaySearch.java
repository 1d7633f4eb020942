package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what is due. Each kind of step at each location lies in the order of time in an index: the first rows of each are
 * taken, and put in order outside; with {@code IN} MariaDB would sort all that is overdue.
 */
@Component
class TodaySearch {

    private static final int MOST_BRANCHES = 200;

    private final JdbcClient jdbc;

    TodaySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of each kind that are due until then, without those on a crisis hold; in no order. */
    List<LeadSummary> due(Set<LocationId> scope, TodayFilter filter, Instant until, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("until", SqlTime.of(until));
        values.put("limit", limit);
        var branches = new ArrayList<String>();
        for (var place : places(scope, filter, values)) {
            for (var step : NextStep.values()) {
                branches.add("(SELECT l.id FROM leads l WHERE " + LeadWhere.STANDING + " AND " + place
                        + " AND l.next_step = '" + step.name() + "' AND l.next_due_at <= :until"
                        + " AND l.crisis_level IS NULL ORDER BY l.next_due_at, l.id LIMIT :limit)");
            }
        }
        return jdbc.sql(LeadSearch.COLUMNS.replace(
                        "FROM leads l",
                        "FROM (" + String.join(" UNION ALL ", branches) + ") AS page JOIN leads l ON l.id = page.id"))
                .params(values)
                .query(LeadSearch::summary)
                .list();
    }

    private static List<String> places(
            Set<LocationId> scope, TodayFilter filter, LinkedHashMap<String, Object> values) {
        if (filter.owner() != null) {
            values.put("owner", filter.owner().value());
            values.put("scope", LeadSearch.ids(scope));
            return List.of("l.owner_id = :owner AND l.location_id IN (:scope)");
        }
        if (filter.onlyUnassigned()) {
            values.put("scope", LeadSearch.ids(scope));
            return List.of("l.owner_id IS NULL AND l.location_id IN (:scope)");
        }
        if (scope.size() * NextStep.values().length > MOST_BRANCHES) {
            values.put("scope", LeadSearch.ids(scope));
            return List.of("l.location_id IN (:scope)");
        }
        var places = new ArrayList<String>();
        for (var location : scope) {
            var name = "location" + places.size();
            values.put(name, location.value());
            places.add("l.location_id = :" + name);
        }
        return places;
    }

    /** What these leads are, of those that are still worked on at these locations. */
    List<LeadSummary> of(Set<LocationId> scope, List<LeadId> leads) {
        if (scope.isEmpty() || leads.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(LeadSearch.COLUMNS + " WHERE " + LeadWhere.STANDING
                        + " AND l.location_id IN (:scope) AND l.next_step IS NOT NULL AND l.id IN (:leads)")
                .param("scope", LeadSearch.ids(scope))
                .param("leads", leads.stream().map(LeadId::value).toList())
                .query(LeadSearch::summary)
                .list();
    }
}
