package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to notes beside the timeline: those that are not finished, and those that a colleague is to see. */
@Component
class NoteRepository {

    private final JdbcClient jdbc;

    NoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keepDraft(LeadId lead, StaffId staff, String text, Instant now) {
        jdbc.sql("""
                        INSERT INTO lead_draft (lead_id, staff_id, text, saved_at) VALUES (:lead, :staff, :text, :now)
                        ON DUPLICATE KEY UPDATE text = :text, saved_at = :now
                        """)
                .param("lead", lead.value())
                .param("staff", staff.value())
                .param("text", text)
                .param("now", SqlTime.of(now))
                .update();
    }

    void discardDraft(List<LeadId> parts, StaffId staff) {
        jdbc.sql("DELETE FROM lead_draft WHERE lead_id IN (:leads) AND staff_id = :staff")
                .param("leads", parts.stream().map(LeadId::value).toList())
                .param("staff", staff.value())
                .update();
    }

    Optional<Draft> findDraft(List<LeadId> parts, StaffId staff) {
        return jdbc.sql("""
                        SELECT text, saved_at FROM lead_draft WHERE lead_id IN (:leads) AND staff_id = :staff
                        ORDER BY saved_at DESC LIMIT 1
                        """)
                .param("leads", parts.stream().map(LeadId::value).toList())
                .param("staff", staff.value())
                .query((row, number) -> new Draft(row.getString("text"), SqlTime.read(row, "saved_at")))
                .optional();
    }

    void mention(LeadId lead, StaffId whom, StaffId by, Instant now) {
        jdbc.sql("""
                        INSERT INTO lead_mention (id, lead_id, staff_id, mentioned_by, mentioned_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(Uuid7.next())
                .param(lead.value())
                .param(whom.value())
                .param(by.value())
                .param(SqlTime.of(now))
                .update();
    }

    /** Of leads that are still there, the newest first. */
    List<Mention> listUnseen(StaffId staff, Set<LocationId> scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT COALESCE(l.merged_into, l.id) AS lead_id, s.full_name, m.mentioned_at
                        FROM lead_mention m JOIN leads l ON l.id = m.lead_id JOIN staff_account s ON s.id = m.mentioned_by
                        WHERE m.staff_id = :staff AND m.seen_at IS NULL AND l.withdrawn_at IS NULL
                            AND l.location_id IN (:scope)
                        ORDER BY m.mentioned_at DESC LIMIT :limit
                        """)
                .param("staff", staff.value())
                .param("scope", LeadSearch.ids(scope))
                .param("limit", limit)
                .query((row, number) -> new Mention(
                        new LeadId(UUID.fromString(row.getString("lead_id"))),
                        row.getString("full_name"),
                        SqlTime.read(row, "mentioned_at")))
                .list();
    }

    void seen(List<LeadId> parts, StaffId staff, Instant now) {
        jdbc.sql("""
                        UPDATE lead_mention SET seen_at = :now
                        WHERE staff_id = :staff AND seen_at IS NULL AND lead_id IN (:leads)
                        """)
                .param("now", SqlTime.of(now))
                .param("staff", staff.value())
                .param("leads", parts.stream().map(LeadId::value).toList())
                .update();
    }
}
