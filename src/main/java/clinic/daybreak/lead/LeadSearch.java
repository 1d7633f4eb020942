package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists and counts by SQL made for the indexes: pages continue after a key instead of skipping rows, counts stop at a
 * limit, and every statement is restricted to the locations it is given.
 */
@Component
class LeadSearch {

    /** What is shown of leads {@code l}; read by {@link #summary}. */
    static final String COLUMNS = """
            SELECT l.id, TRIM(COALESCE(k.full_name, p.full_name)) AS name, l.contact_id IS NOT NULL AS for_another, l.location_id, l.source,
                   l.stage, l.stage_since, l.owner_id, s.full_name AS owner_name, l.received_at, l.response_due_at,
                   l.first_attempt_at,
                   l.waiting_for, l.next_step, l.next_due_at, l.attempts, l.touches, l.crisis_level, l.crisis_since,
                   l.closing_reason, l.version
            FROM leads l JOIN person p ON p.id = l.person_id LEFT JOIN person k ON k.id = p.merged_into
                LEFT JOIN staff_account s ON s.id = l.owner_id
            """;

    private static final List<String> OPEN =
            Arrays.stream(Stage.values()).filter(Stage::isOpen).map(Stage::name).toList();

    private final JdbcClient jdbc;

    LeadSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next leads after the cursor; from the top without one. */
    List<LeadSummary> page(
            LeadFilter filter,
            Set<LocationId> scope,
            LeadOrder order,
            @Nullable LeadCursor after,
            int skip,
            int limit) {
        var values = new LinkedHashMap<String, Object>();
        var branches = new ArrayList<String>();
        for (var branch : LeadBranch.of(filter, scope)) {
            var where = new LeadWhere(branch.filter(), branch.scope(), Integer.toString(branches.size()));
            if (after != null) {
                where.and(order.after());
            }
            branches.add("(SELECT l.id, l." + order.column() + " FROM leads l " + where + order.by() + " LIMIT :most)");
            values.putAll(where.values());
        }
        if (after != null) {
            values.put("afterTime", SqlTime.of(after.at()));
            values.put("afterId", after.id().value());
        }
        values.put("most", skip + limit);
        values.put("skip", skip);
        values.put("limit", limit);
        // each branch by its index, then the page of all of them, and only then what else is shown of each lead
        return jdbc.sql(COLUMNS.replace(
                                "FROM leads l",
                                "FROM (SELECT l.id FROM (" + String.join(" UNION ALL ", branches) + ") AS l"
                                        + order.by()
                                        + " LIMIT :limit OFFSET :skip) AS page JOIN leads l ON l.id = page.id")
                        + order.by())
                .params(values)
                .query(LeadSearch::summary)
                .list();
    }

    /** How many there are, but not beyond the cap. */
    int count(LeadFilter filter, Set<LocationId> scope, int cap) {
        var where = new LeadWhere(filter, scope);
        where.with("cap", cap);
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM leads l " + where + " LIMIT :cap) AS found")
                .params(where.values())
                .query(Integer.class)
                .single();
    }

    Map<Stage, Long> countByStage(LeadFilter filter, Set<LocationId> scope) {
        var where = new LeadWhere(filter, scope);
        var counts = new LinkedHashMap<Stage, Long>();
        for (var stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        jdbc.sql("SELECT l.stage, COUNT(*) AS leads FROM leads l " + where + " GROUP BY l.stage")
                .params(where.values())
                .query(row -> {
                    counts.put(Stage.valueOf(row.getString("stage")), row.getLong("leads"));
                });
        return counts;
    }

    List<LeadSummary> onCrisisHold(Set<LocationId> scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS
                        + " WHERE " + LeadWhere.STANDING
                        + " AND l.location_id IN (:scope) AND l.crisis_level IN ('RED', 'AMBER')"
                        + " ORDER BY l.crisis_level DESC, l.crisis_since LIMIT :limit")
                .params(Map.of("scope", ids(scope), "limit", limit))
                .query(LeadSearch::summary)
                .list();
    }

    /** The leads that are about one of these rows of people, or written by one, newest first. */
    List<LeadSummary> ofPeople(Set<LocationId> scope, List<PersonId> people, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + " WHERE " + LeadWhere.STANDING + """
                         AND l.location_id IN (:scope) AND l.id IN (SELECT * FROM (
                            SELECT COALESCE(m.merged_into, m.id) FROM leads m WHERE m.person_id IN (:people)
                            UNION SELECT COALESCE(m.merged_into, m.id) FROM leads m WHERE m.contact_id IN (:people)
                            UNION SELECT COALESCE(m.merged_into, m.id) FROM lead_merge f JOIN leads m ON m.id = f.kept_id
                            WHERE f.former_contact_id IN (:people) AND f.undone_at IS NULL) AS found)
                        ORDER BY l.received_at DESC, l.id DESC LIMIT :limit
                        """)
                .param("scope", ids(scope))
                .param("people", people.stream().map(PersonId::value).toList())
                .param("limit", limit)
                .query(LeadSearch::summary)
                .list();
    }

    /**
     * An open lead, as found by a message.
     *
     * @param patient of the lead that the message was found by, which may be a part of the kept one
     */
    record Open(LeadId kept, PersonId patient) {}

    /**
     * The open leads that somebody wrote to a location, newest first; also by what is now a part of them, and by what they
     * were themselves before another contact or location was chosen.
     *
     * @param writer every row the writer is known by
     * @param forAnother whether they wrote for somebody else
     */
    List<Open> openOf(List<PersonId> writer, LocationId location, boolean forAnother) {
        // the order of the second join is fixed: nearly every merge has no former contact, so that index tells nothing
        var wrote = forAnother ? """
                SELECT m.person_id, COALESCE(m.merged_into, m.id) AS kept FROM leads m
                WHERE m.contact_id IN (:writer) AND m.location_id = :location
                UNION SELECT m.person_id, COALESCE(m.merged_into, m.id)
                FROM lead_merge f JOIN leads m ON m.id = f.kept_id
                WHERE f.former_contact_id IN (:writer)
                """ : """
                SELECT m.person_id, COALESCE(m.merged_into, m.id) AS kept FROM leads m
                WHERE m.person_id IN (:writer) AND m.contact_id IS NULL AND m.location_id = :location
                UNION SELECT m.person_id, COALESCE(m.merged_into, m.id)
                FROM leads m STRAIGHT_JOIN lead_merge f ON f.kept_id = m.id
                WHERE m.person_id IN (:writer) AND f.former_contact_id IS NULL
                """;
        return jdbc.sql("SELECT l.id, w.person_id FROM (" + wrote
                        + " AND f.former_location_id = :location AND f.undone_at IS NULL) AS w"
                        + " JOIN leads l ON l.id = w.kept"
                        + " WHERE l.stage IN (:open) AND l.withdrawn_at IS NULL ORDER BY l.received_at DESC, l.id DESC")
                .param("writer", writer.stream().map(PersonId::value).toList())
                .param("location", location.value())
                .param("open", OPEN)
                .query((row, number) -> new Open(
                        new LeadId(UUID.fromString(row.getString("id"))),
                        new PersonId(UUID.fromString(row.getString("person_id")))))
                .list();
    }

    /** Whether somebody known by the one rows ever wrote for somebody known by the other, or the other way round. */
    boolean oneWroteForTheOther(List<PersonId> one, List<PersonId> other) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM leads WHERE person_id IN (:one) AND contact_id IN (:other))
                            OR EXISTS (SELECT 1 FROM leads WHERE person_id IN (:other) AND contact_id IN (:one))
                        """)
                .param("one", one.stream().map(PersonId::value).toList())
                .param("other", other.stream().map(PersonId::value).toList())
                .query(Boolean.class)
                .single();
    }

    static List<UUID> ids(Set<LocationId> scope) {
        return scope.stream().map(LocationId::value).toList();
    }

    static LeadSummary summary(ResultSet row, int number) throws SQLException {
        var owner = row.getString("owner_id");
        var step = row.getString("next_step");
        var crisis = row.getString("crisis_level");
        var name = row.getString("name");
        var closed = row.getString("closing_reason");
        return new LeadSummary(
                new LeadId(UUID.fromString(row.getString("id"))),
                name.isBlank() ? "Name not given" : name,
                row.getBoolean("for_another"),
                new LocationId(UUID.fromString(row.getString("location_id"))),
                row.getString("source"),
                Stage.valueOf(row.getString("stage")),
                SqlTime.read(row, "stage_since"),
                owner == null ? null : new StaffId(UUID.fromString(owner)),
                row.getString("owner_name"),
                SqlTime.read(row, "received_at"),
                SqlTime.read(row, "response_due_at"),
                SqlTime.readNullable(row, "first_attempt_at"),
                WaitingFor.valueOf(row.getString("waiting_for")),
                step == null ? null : NextStep.valueOf(step),
                SqlTime.readNullable(row, "next_due_at"),
                row.getInt("attempts"),
                row.getInt("touches"),
                crisis == null ? null : CrisisLevel.valueOf(crisis),
                SqlTime.readNullable(row, "crisis_since"),
                closed == null ? null : ClosingReason.valueOf(closed),
                row.getLong("version"));
    }
}
