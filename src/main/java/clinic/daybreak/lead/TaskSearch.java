package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists tasks as the screens show them. */
@Component
class TaskSearch {

    private final JdbcClient jdbc;

    TaskSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a lead and its parts: open ones first, by when they are due, then what was done last. */
    List<TaskSummary> list(List<LeadId> parts, int limit) {
        return jdbc.sql("""
                        SELECT t.id, t.title, t.due_at, s.full_name, t.done_at, t.version
                        FROM lead_task t JOIN staff_account s ON s.id = t.assignee_id
                        WHERE t.lead_id IN (:leads)
                        ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due_at IS NULL, t.due_at, t.created_at
                        LIMIT :limit
                        """)
                .param("leads", parts.stream().map(LeadId::value).toList())
                .param("limit", limit)
                .query((row, number) -> new TaskSummary(
                        new TaskId(UUID.fromString(row.getString("id"))),
                        row.getString("title"),
                        SqlTime.readNullable(row, "due_at"),
                        row.getString("full_name"),
                        SqlTime.readNullable(row, "done_at"),
                        row.getLong("version")))
                .list();
    }
}
