package clinic.daybreak.followup;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.MergeId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which messages a merge took from one lead to another, and where they go when it is taken back. */
@Component
class MessageMoves {

    private final JdbcClient jdbc;

    MessageMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param cancelled whether it was stopped instead, for the other lead has the same one
     * @param reason what it said before it was stopped
     */
    record Move(
            UUID message,
            LeadId from,
            boolean cancelled,
            @Nullable String reason) {}

    void add(MergeId merge, Move move) {
        jdbc.sql("""
                        INSERT INTO message_move (merge_id, message_id, from_lead, cancelled, reason)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(merge.value())
                .param(move.message())
                .param(move.from().value())
                .param(move.cancelled())
                .param(move.reason())
                .update();
    }

    List<Move> of(MergeId merge) {
        return jdbc.sql("SELECT * FROM message_move WHERE merge_id = ? ORDER BY message_id")
                .param(merge.value())
                .query((row, number) -> new Move(
                        UUID.fromString(row.getString("message_id")),
                        new LeadId(UUID.fromString(row.getString("from_lead"))),
                        row.getBoolean("cancelled"),
                        row.getString("reason")))
                .list();
    }
}
