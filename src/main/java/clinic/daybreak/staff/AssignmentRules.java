package clinic.daybreak.staff;

import clinic.daybreak.location.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules by which a location deals out its new leads; read with one statement, for every new lead asks. */
@Component
class AssignmentRules {

    /** An enquiry that its owner has not opened by then may have reached somebody who is not there. */
    static final Duration PASS_AFTER = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    AssignmentRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds at a location. */
    record Rules(Duration passAfter, List<AssignmentRule> list) {

        Optional<AssignmentRule> of(AssignmentRule.Kind kind, String wanted) {
            return list.stream()
                    .filter(rule -> rule.kind() == kind && rule.wanted().equalsIgnoreCase(wanted))
                    .findFirst();
        }
    }

    private record Row(
            int passMinutes,
            @Nullable AssignmentRule rule,
            @Nullable StaffId staff) {}

    Rules of(LocationId location) {
        var rows = jdbc.sql("""
                        SELECT COALESCE(s.pass_minutes, 0) AS pass_minutes, r.id, r.kind, r.wanted, rs.staff_id
                        FROM location l LEFT JOIN assignment_setting s ON s.location_id = l.id
                            LEFT JOIN assignment_rule r ON r.location_id = l.id
                            LEFT JOIN assignment_rule_staff rs ON rs.rule_id = r.id
                        WHERE l.id = ? ORDER BY r.kind DESC, r.wanted, r.id
                        """)
                .param(location.value())
                .query((row, number) -> row(location, row))
                .list();
        var staff = new LinkedHashMap<AssignmentRule, Set<StaffId>>();
        for (var row : rows) {
            if (row.rule != null) {
                var named = staff.computeIfAbsent(row.rule, rule -> new HashSet<>());
                if (row.staff != null) {
                    named.add(row.staff);
                }
            }
        }
        int minutes = rows.isEmpty() ? 0 : rows.getFirst().passMinutes;
        return new Rules(
                minutes == 0 ? PASS_AFTER : Duration.ofMinutes(minutes),
                staff.entrySet().stream()
                        .map(each -> each.getKey().withStaff(Set.copyOf(each.getValue())))
                        .toList());
    }

    private static Row row(LocationId location, ResultSet row) throws SQLException {
        var rule = row.getString("id");
        var staff = row.getString("staff_id");
        return new Row(
                row.getInt("pass_minutes"),
                rule == null
                        ? null
                        : new AssignmentRule(
                                UUID.fromString(rule),
                                location,
                                AssignmentRule.Kind.valueOf(row.getString("kind")),
                                row.getString("wanted"),
                                Set.of()),
                staff == null ? null : new StaffId(UUID.fromString(staff)));
    }

    void passAfter(LocationId location, int minutes) {
        jdbc.sql("""
                        INSERT INTO assignment_setting (location_id, pass_minutes) VALUES (?, ?)
                        ON DUPLICATE KEY UPDATE pass_minutes = VALUES(pass_minutes)
                        """).param(location.value()).param(minutes).update();
    }

    void insert(AssignmentRule rule) {
        jdbc.sql("INSERT INTO assignment_rule (id, location_id, kind, wanted) VALUES (?, ?, ?, ?)")
                .param(rule.id())
                .param(rule.location().value())
                .param(rule.kind().name())
                .param(rule.wanted())
                .update();
        rule.staff()
                .forEach(staff -> jdbc.sql("INSERT INTO assignment_rule_staff (rule_id, staff_id) VALUES (?, ?)")
                        .param(rule.id())
                        .param(staff.value())
                        .update());
    }

    void delete(UUID rule) {
        jdbc.sql("DELETE FROM assignment_rule_staff WHERE rule_id = ?")
                .param(rule)
                .update();
        jdbc.sql("DELETE FROM assignment_rule WHERE id = ?").param(rule).update();
    }
}
