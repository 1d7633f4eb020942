package clinic.daybreak.staff;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.OpeningHours.Hours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps when colleagues work. Read together with their account, so that whose turn it is costs one statement. */
@Component
class WorkPlans {

    /**
     * Columns of {@code staff_account a} for {@link #read}; the named value is the day from which absences count. By sub-queries,
     * which a locking read does not lock.
     */
    static final String COLUMNS = """
            a.max_open,
            (SELECT GROUP_CONCAT(g.language) FROM staff_language g WHERE g.staff_id = a.id) AS languages,
            (SELECT GROUP_CONCAT(CONCAT_WS(' ', h.weekday, h.starts, h.ends)) FROM staff_hours h
             WHERE h.staff_id = a.id) AS week,
            (SELECT GROUP_CONCAT(CONCAT_WS(' ', b.id, b.from_day, b.until_day)) FROM staff_absence b
             WHERE b.staff_id = a.id AND b.until_day >= :today) AS absences
            """;

    private final JdbcClient jdbc;

    WorkPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static WorkPlan read(ResultSet row) throws SQLException {
        int maxOpen = row.getInt("max_open");
        return new WorkPlan(
                Set.copyOf(parts(row.getString("languages"))),
                week(parts(row.getString("week"))),
                parts(row.getString("absences")).stream()
                        .map(WorkPlans::absence)
                        .sorted(Comparator.comparing(Absence::from))
                        .toList(),
                maxOpen == 0 ? null : maxOpen);
    }

    private static List<String> parts(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(","));
    }

    private static Map<DayOfWeek, Hours> week(List<String> days) {
        var week = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var day : days) {
            var words = day.split(" ");
            week.put(DayOfWeek.valueOf(words[0]), new Hours(LocalTime.parse(words[1]), LocalTime.parse(words[2])));
        }
        return week;
    }

    private static Absence absence(String text) {
        var words = text.split(" ");
        return new Absence(UUID.fromString(words[0]), LocalDate.parse(words[1]), LocalDate.parse(words[2]));
    }

    /** Absences are kept apart: they are added and taken back one by one. */
    void change(StaffId staff, WorkPlan plan) {
        jdbc.sql("UPDATE staff_account SET max_open = ? WHERE id = ?")
                .param(plan.maxOpen())
                .param(staff.value())
                .update();
        jdbc.sql("DELETE FROM staff_language WHERE staff_id = ?")
                .param(staff.value())
                .update();
        plan.languages()
                .forEach(language -> jdbc.sql("INSERT INTO staff_language (staff_id, language) VALUES (?, ?)")
                        .param(staff.value())
                        .param(language)
                        .update());
        jdbc.sql("DELETE FROM staff_hours WHERE staff_id = ?")
                .param(staff.value())
                .update();
        plan.week()
                .forEach((day, hours) -> jdbc.sql(
                                "INSERT INTO staff_hours (staff_id, weekday, starts, ends) VALUES (?, ?, ?, ?)")
                        .param(staff.value())
                        .param(day.name())
                        .param(hours.opens())
                        .param(hours.closes())
                        .update());
    }

    UUID addAbsence(StaffId staff, LocalDate from, LocalDate until) {
        var id = Uuid7.next();
        jdbc.sql("INSERT INTO staff_absence (id, staff_id, from_day, until_day) VALUES (?, ?, ?, ?)")
                .param(id)
                .param(staff.value())
                .param(from)
                .param(until)
                .update();
        return id;
    }

    /** @return whether there was one */
    boolean removeAbsence(StaffId staff, UUID absence) {
        return jdbc.sql("DELETE FROM staff_absence WHERE id = ? AND staff_id = ?")
                        .param(absence)
                        .param(staff.value())
                        .update()
                > 0;
    }
}
