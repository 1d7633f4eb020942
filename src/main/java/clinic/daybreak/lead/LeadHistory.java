package clinic.daybreak.lead;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only tables of a lead: timeline, attempts, changes of stage. Rows are only ever added. */
@Component
class LeadHistory {

    static final int SUMMARY_LENGTH = 300;

    private final JdbcClient jdbc;
    private final Appends appends;

    LeadHistory(JdbcClient jdbc, Appends appends) {
        this.jdbc = jdbc;
        this.appends = appends;
    }

    void timeline(
            LeadId lead,
            Instant at,
            TimelineKind kind,
            @Nullable StaffId actor,
            String summary,
            @Nullable String reason,
            @Nullable String body) {
        appends.append(
                """
                        INSERT INTO timeline_entry (id, lead_id, happened_at, kind, actor_id, summary, reason, body)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                Uuid7.next(),
                lead.value(),
                SqlTime.of(at),
                kind.name(),
                value(actor),
                cut(summary),
                reason == null ? null : cut(reason),
                body);
    }

    void attempt(LeadId lead, Instant at, StaffId staff, NewAttempt attempt) {
        appends.append(
                "INSERT INTO attempt (id, lead_id, made_at, staff_id, channel, outcome) VALUES (?, ?, ?, ?, ?, ?)",
                Uuid7.next(),
                lead.value(),
                SqlTime.of(at),
                staff.value(),
                attempt.channel().name(),
                attempt.outcome().name());
    }

    void stageChange(
            LeadId lead, Instant at, @Nullable StaffId staff, @Nullable Stage from, Stage to, @Nullable String reason) {
        appends.append(
                """
                        INSERT INTO stage_change (id, lead_id, changed_at, staff_id, from_stage, to_stage, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                Uuid7.next(),
                lead.value(),
                SqlTime.of(at),
                value(staff),
                from == null ? null : from.name(),
                to.name(),
                reason == null ? null : cut(reason));
    }

    /** Nothing is written for a message that says nothing of how it came. */
    void attribution(LeadId lead, Instant at, String source, Attribution by) {
        if (by.equals(Attribution.NONE)) {
            return;
        }
        appends.append(
                """
                        INSERT INTO lead_attribution
                            (id, lead_id, happened_at, source, utm_source, utm_medium, utm_campaign, utm_term,
                             utm_content, page_url, referrer, heard_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                Uuid7.next(),
                lead.value(),
                SqlTime.of(at),
                source,
                orNull(by.utmSource()),
                orNull(by.utmMedium()),
                orNull(by.utmCampaign()),
                orNull(by.utmTerm()),
                orNull(by.utmContent()),
                orNull(by.pageUrl()),
                orNull(by.referrer()),
                orNull(by.heardBy()));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** Of a lead and those that are part of it, newest first. */
    List<TimelineItem> list(List<LeadId> leads, int limit) {
        return jdbc.sql("""
                        SELECT t.happened_at, t.kind, t.summary, t.reason, t.body, s.full_name
                        FROM timeline_entry t LEFT JOIN staff_account s ON s.id = t.actor_id
                        WHERE t.lead_id IN (:leads) ORDER BY t.happened_at DESC, t.id DESC LIMIT :limit
                        """)
                .param("leads", values(leads))
                .param("limit", limit)
                .query(LeadHistory::item)
                .list();
    }

    /** Whether staff did something, mail went out, or a cry for help had to be read: more than the intake writes. */
    boolean isWorkedOn(LeadId lead) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM timeline_entry
                        WHERE lead_id = ? AND (actor_id IS NOT NULL OR kind NOT IN ('ENQUIRY', 'TOUCH', 'ASSIGNMENT')))
                        """).param(lead.value()).query(Boolean.class).single();
    }

    /** The number of entries, but not beyond the cap. */
    int count(List<LeadId> leads, int cap) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM (SELECT 1 FROM timeline_entry WHERE lead_id IN (:leads) LIMIT :cap) AS entries
                        """)
                .param("leads", values(leads))
                .param("cap", cap)
                .query(Integer.class)
                .single();
    }

    /** The channels by which these leads' people were tried. */
    Set<AttemptChannel> channels(List<LeadId> leads) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT channel FROM attempt WHERE lead_id IN (:leads)")
                .param("leads", values(leads))
                .query((row, number) -> AttemptChannel.valueOf(row.getString("channel")))
                .list());
    }

    /** When a human tried last; of leads that nobody tried yet there is nothing. */
    Map<LeadId, Instant> lastAttempts(List<LeadId> leads) {
        var last = new HashMap<LeadId, Instant>();
        jdbc.sql("SELECT lead_id, MAX(made_at) AS made_at FROM attempt WHERE lead_id IN (:leads) GROUP BY lead_id")
                .param("leads", values(leads))
                .query(row -> {
                    last.put(new LeadId(UUID.fromString(row.getString("lead_id"))), SqlTime.read(row, "made_at"));
                });
        return last;
    }

    /** When a human first tried by this very lead; empty when nobody did. */
    Optional<Instant> firstAttempt(LeadId lead) {
        return jdbc.sql("SELECT MIN(made_at) AS made_at FROM attempt WHERE lead_id = ?")
                .param(lead.value())
                .query((row, number) -> Optional.ofNullable(SqlTime.readNullable(row, "made_at")))
                .single();
    }

    /** Whether something about a crisis was noted on this very lead from then on. */
    boolean hasCrisisSince(LeadId lead, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM timeline_entry
                            WHERE lead_id = ? AND kind = 'CRISIS' AND happened_at >= ?)
                        """)
                .param(lead.value())
                .param(SqlTime.of(since))
                .query(Boolean.class)
                .single();
    }

    private static List<UUID> values(List<LeadId> leads) {
        return leads.stream().map(LeadId::value).toList();
    }

    private static TimelineItem item(ResultSet row, int number) throws SQLException {
        return new TimelineItem(
                SqlTime.read(row, "happened_at"),
                TimelineKind.valueOf(row.getString("kind")),
                row.getString("full_name"),
                row.getString("summary"),
                row.getString("reason"),
                row.getString("body"));
    }

    private static @Nullable UUID value(@Nullable StaffId staff) {
        return staff == null ? null : staff.value();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SUMMARY_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LENGTH - 1)) + "…";
    }
}
