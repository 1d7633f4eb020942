package clinic.daybreak.lead;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.person.PersonId;
import clinic.daybreak.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which leads were merged by whom, and what that changed on the kept one. */
@Component
class MergeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MergeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Merge merge, StaffId by) {
        var before = merge.before();
        jdbc.sql("""
                        INSERT INTO lead_merge
                            (id, kind, kept_id, absorbed_id, kept_person_id, absorbed_person_id, person_merge_id,
                             former_contact_id, former_location_id, before_state, after_state, merged_at, merged_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(merge.id().value())
                .param(merge.kind().name())
                .param(merge.kept().value())
                .param(merge.absorbed().value())
                .param(merge.keptPerson().value())
                .param(merge.absorbedPerson().value())
                .param(merge.personMerge())
                .param(
                        before == null || before.contact() == null
                                ? null
                                : before.contact().value())
                .param(before == null ? null : before.location().value())
                .param(before == null ? null : json.writeValueAsString(before))
                .param(merge.after() == null ? null : json.writeValueAsString(merge.after()))
                .param(SqlTime.of(merge.at()))
                .param(by.value())
                .update();
    }

    /** Empty when there is no such merge, or it was taken back. */
    Optional<Merge> findStanding(MergeId id) {
        return jdbc.sql("SELECT * FROM lead_merge WHERE id = ? AND undone_at IS NULL")
                .param(id.value())
                .query(this::merge)
                .optional();
    }

    void undone(MergeId id, StaffId by, Instant now) {
        jdbc.sql("UPDATE lead_merge SET undone_at = ?, undone_by = ? WHERE id = ?")
                .param(SqlTime.of(now))
                .param(by.value())
                .param(id.value())
                .update();
    }

    /** The merge of these people that was made last; empty when none stands. */
    Optional<MergeId> findNewest(List<PersonId> people) {
        return jdbc.sql("""
                        SELECT id FROM lead_merge WHERE kept_person_id IN (:people) AND undone_at IS NULL
                        ORDER BY nr DESC LIMIT 1
                        """)
                .param("people", people.stream().map(PersonId::value).toList())
                .query((row, number) -> new MergeId(UUID.fromString(row.getString("id"))))
                .optional();
    }

    /** Those that became part of this lead, also by way of another. */
    List<LeadId> absorbedBy(LeadId id) {
        return jdbc.sql("""
                        WITH RECURSIVE part AS (
                            SELECT absorbed_id FROM lead_merge
                            WHERE kept_id = :id AND undone_at IS NULL AND kind = 'ONE_ENQUIRY'
                            UNION SELECT m.absorbed_id FROM lead_merge m JOIN part ON m.kept_id = part.absorbed_id
                            WHERE m.undone_at IS NULL AND m.kind = 'ONE_ENQUIRY')
                        SELECT absorbed_id FROM part
                        """)
                .param("id", id.value())
                .query((row, number) -> new LeadId(UUID.fromString(row.getString("absorbed_id"))))
                .list();
    }

    /** A merge that stands, with what a page says of it. */
    record Listed(
            MergeId id,
            MergeKind kind,
            PersonId keptPerson,
            LocationId otherLocation,
            String name,
            Instant at,
            String by) {}

    /** The merges of these leads, newest first; {@code other} is the lead on the far side. */
    List<Listed> list(List<LeadId> leads) {
        return jdbc.sql("""
                        SELECT m.id, m.kind, m.kept_person_id, m.merged_at, s.full_name AS merged_by,
                               p.full_name AS name, o.location_id
                        FROM (SELECT id, absorbed_id AS other_id, absorbed_person_id AS other_person FROM lead_merge
                              WHERE kept_id IN (:leads) AND undone_at IS NULL
                              UNION SELECT id, kept_id, kept_person_id FROM lead_merge
                              WHERE absorbed_id IN (:leads) AND kind = 'TWO_ENQUIRIES' AND undone_at IS NULL) AS x
                            JOIN lead_merge m ON m.id = x.id
                            JOIN leads o ON o.id = x.other_id
                            JOIN person p ON p.id = x.other_person
                            JOIN staff_account s ON s.id = m.merged_by
                        ORDER BY m.nr DESC
                        """)
                .param("leads", leads.stream().map(LeadId::value).toList())
                .query((row, number) -> new Listed(
                        new MergeId(UUID.fromString(row.getString("id"))),
                        MergeKind.valueOf(row.getString("kind")),
                        new PersonId(UUID.fromString(row.getString("kept_person_id"))),
                        new LocationId(UUID.fromString(row.getString("location_id"))),
                        row.getString("name"),
                        SqlTime.read(row, "merged_at"),
                        row.getString("merged_by")))
                .list();
    }

    private Merge merge(ResultSet row, int number) throws SQLException {
        var personMerge = row.getString("person_merge_id");
        return new Merge(
                new MergeId(UUID.fromString(row.getString("id"))),
                MergeKind.valueOf(row.getString("kind")),
                new LeadId(UUID.fromString(row.getString("kept_id"))),
                new LeadId(UUID.fromString(row.getString("absorbed_id"))),
                new PersonId(UUID.fromString(row.getString("kept_person_id"))),
                new PersonId(UUID.fromString(row.getString("absorbed_person_id"))),
                personMerge == null ? null : UUID.fromString(personMerge),
                facts(row.getString("before_state")),
                facts(row.getString("after_state")),
                SqlTime.read(row, "merged_at"));
    }

    private @Nullable LeadFacts facts(@Nullable String text) {
        return text == null ? null : json.readValue(text, LeadFacts.class);
    }
}
