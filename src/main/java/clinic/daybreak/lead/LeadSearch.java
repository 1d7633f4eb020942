package clinic.daybreak.lead;

import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists and counts by SQL made for the indexes: pages continue after a key instead of skipping rows, counts stop at a
 * limit, and every statement is restricted to the locations it is given.
 */
@Component
class LeadSearch {

    private static final String COLUMNS = """
            SELECT l.id, TRIM(p.full_name) AS name, l.contact_id IS NOT NULL AS for_another, l.location_id, l.source,
                   l.stage, l.stage_since, l.owner_id, s.full_name AS owner_name, l.received_at, l.first_attempt_at,
                   l.waiting_for, l.next_step, l.next_due_at, l.attempts, l.touches, l.crisis_level, l.crisis_since
            FROM leads l JOIN person p ON p.id = l.person_id LEFT JOIN staff_account s ON s.id = l.owner_id
            """;

    private final JdbcClient jdbc;

    LeadSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next leads after the cursor, newest first; from the top without one. */
    List<LeadSummary> page(LeadFilter filter, Set<LocationId> scope, @Nullable LeadCursor after, int skip, int limit) {
        var where = new Where(filter, scope);
        if (after != null) {
            // written out, for MariaDB does not use the index for the row form (a, id) < (?, ?)
            where.and("(l.received_at < :afterTime OR (l.received_at = :afterTime AND l.id < :afterId))");
            where.with("afterTime", SqlTime.of(after.receivedAt()))
                    .with("afterId", after.id().value());
        }
        where.with("skip", skip).with("limit", limit);
        return jdbc.sql(COLUMNS + where + " ORDER BY l.received_at DESC, l.id DESC LIMIT :limit OFFSET :skip")
                .params(where.values)
                .query(LeadSearch::summary)
                .list();
    }

    /** How many there are, but not beyond the cap. */
    int count(LeadFilter filter, Set<LocationId> scope, int cap) {
        var where = new Where(filter, scope);
        where.with("cap", cap);
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM leads l " + where + " LIMIT :cap) AS found")
                .params(where.values)
                .query(Integer.class)
                .single();
    }

    Map<Stage, Long> countByStage(LeadFilter filter, Set<LocationId> scope) {
        var where = new Where(filter, scope);
        var counts = new LinkedHashMap<Stage, Long>();
        for (var stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        jdbc.sql("SELECT l.stage, COUNT(*) AS leads FROM leads l " + where + " GROUP BY l.stage")
                .params(where.values)
                .query(row -> {
                    counts.put(Stage.valueOf(row.getString("stage")), row.getLong("leads"));
                });
        return counts;
    }

    /** What is to be done until the given moment, longest due first: unanswered messages alone, or everything else. */
    List<LeadSummary> due(
            Set<LocationId> scope, @Nullable StaffId owner, Instant until, boolean unanswered, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("scope", ids(scope));
        values.put("until", SqlTime.of(until));
        values.put("limit", limit);
        var more = unanswered ? " AND l.next_step = 'ANSWER'" : " AND l.next_step <> 'ANSWER'";
        if (owner != null) {
            more += " AND l.owner_id = :owner";
            values.put("owner", owner.value());
        }
        return jdbc.sql(COLUMNS + " WHERE l.location_id IN (:scope) AND l.next_due_at <= :until" + more
                        + " ORDER BY l.next_due_at, l.id LIMIT :limit")
                .params(values)
                .query(LeadSearch::summary)
                .list();
    }

    List<LeadSummary> onCrisisHold(Set<LocationId> scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + " WHERE l.location_id IN (:scope) AND l.crisis_level IN ('RED', 'AMBER')"
                        + " ORDER BY l.crisis_level DESC, l.crisis_since LIMIT :limit")
                .params(Map.of("scope", ids(scope), "limit", limit))
                .query(LeadSearch::summary)
                .list();
    }

    private static List<UUID> ids(Set<LocationId> scope) {
        return scope.stream().map(LocationId::value).toList();
    }

    private static LeadSummary summary(ResultSet row, int number) throws SQLException {
        var owner = row.getString("owner_id");
        var step = row.getString("next_step");
        var crisis = row.getString("crisis_level");
        var name = row.getString("name");
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
                SqlTime.readNullable(row, "first_attempt_at"),
                WaitingFor.valueOf(row.getString("waiting_for")),
                step == null ? null : NextStep.valueOf(step),
                SqlTime.readNullable(row, "next_due_at"),
                row.getInt("attempts"),
                row.getInt("touches"),
                crisis == null ? null : CrisisLevel.valueOf(crisis),
                SqlTime.readNullable(row, "crisis_since"));
    }

    /** The WHERE clause of a filter, with its values by name. */
    private static final class Where {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        Where(LeadFilter filter, Set<LocationId> scope) {
            var wanted = filter.location() == null
                    ? scope
                    : scope.stream().filter(filter.location()::equals).collect(Collectors.toSet());
            if (wanted.isEmpty()) {
                parts.add("FALSE");
            } else {
                parts.add("l.location_id IN (:scope)");
                values.put("scope", ids(wanted));
            }
            and("l.withdrawn_at IS NULL");
            if (!filter.stages().isEmpty()) {
                and("l.stage IN (:stages)");
                values.put("stages", filter.stages().stream().map(Stage::name).toList());
            }
            if (filter.owner() != null) {
                and("l.owner_id = :owner");
                values.put("owner", filter.owner().value());
            }
            if (filter.onCrisisHold()) {
                and("l.crisis_level IN ('RED', 'AMBER')");
            }
            if (filter.receivedFrom() != null) {
                and("l.received_at >= :from");
                values.put("from", SqlTime.of(filter.receivedFrom()));
            }
            if (filter.receivedTo() != null) {
                and("l.received_at < :to");
                values.put("to", SqlTime.of(filter.receivedTo()));
            }
            if (!filter.q().isBlank()) {
                search(filter.q().strip());
            }
        }

        private void search(String q) {
            if (q.contains("@")) {
                person("SELECT person_id AS id FROM person_email WHERE address LIKE :q");
                values.put("q", escape(q.toLowerCase(Locale.ROOT)) + "%");
            } else if (q.matches("[+()\\d\\s./x-]{4,}")) {
                person("SELECT person_id AS id FROM person_phone WHERE e164 LIKE :q");
                values.put("q", phonePrefix(q) + "%");
            } else {
                name(q.split("\\s+"));
            }
        }

        /** Whole numbers by their one spelling, beginnings by their digits. */
        private static String phonePrefix(String q) {
            return PhoneNumber.parse(q, "US").map(PhoneNumber::e164).orElseGet(() -> {
                var digits = q.replaceAll("\\D", "");
                return q.startsWith("+") ? "+" + digits : "+1" + digits;
            });
        }

        private void name(String[] words) {
            if (words.length == 1) {
                person(
                        "SELECT id FROM person WHERE last_name LIKE :q UNION SELECT id FROM person WHERE first_name LIKE :q");
                values.put("q", escape(words[0]) + "%");
            } else {
                person(
                        "SELECT id FROM person WHERE first_name LIKE :first AND (full_name LIKE :full OR last_name LIKE :last)"
                                + " UNION SELECT id FROM person WHERE last_name LIKE :full");
                values.put("last", escape(words[words.length - 1]) + "%");
                values.put("first", escape(words[0]) + "%");
                values.put("full", escape(String.join(" ", words)) + "%");
            }
        }

        private void person(String ids) {
            // derived tables, which are read once; the patient or whoever wrote for them
            and("l.id IN (SELECT * FROM (SELECT m.id FROM (" + ids + ") AS p JOIN leads m ON m.person_id = p.id"
                    + " UNION SELECT m.id FROM (" + ids + ") AS p JOIN leads m ON m.contact_id = p.id) AS found)");
        }

        private static String escape(String text) {
            return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }

        void and(String part) {
            parts.add(part);
        }

        Where with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        @Override
        public String toString() {
            return " WHERE " + String.join(" AND ", parts);
        }
    }
}
