package clinic.daybreak.person;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which merge made whom part of whom, and what it changed. */
@Component
class PersonMergeRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonMergeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Merge(PersonId kept, PersonId absorbed, PersonState before, PersonState after) {}

    /** The former name is only noted when it is no longer on the person. */
    UUID insert(PersonId kept, PersonId absorbed, PersonState before, PersonState after, Instant now) {
        var id = Uuid7.next();
        boolean renamed = !before.hasNameOf(after);
        jdbc.sql("""
                        INSERT INTO person_merge
                            (id, kept_id, absorbed_id, former_first_name, former_last_name, before_state, after_state,
                             merged_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(kept.value())
                .param(absorbed.value())
                .param(renamed ? before.firstName() : null)
                .param(renamed ? before.lastName() : null)
                .param(json.writeValueAsString(before))
                .param(json.writeValueAsString(after))
                .param(SqlTime.of(now))
                .update();
        return id;
    }

    Merge get(UUID id) {
        return jdbc.sql("SELECT kept_id, absorbed_id, before_state, after_state FROM person_merge WHERE id = ?")
                .param(id)
                .query((row, number) -> new Merge(
                        new PersonId(UUID.fromString(row.getString("kept_id"))),
                        new PersonId(UUID.fromString(row.getString("absorbed_id"))),
                        json.readValue(row.getString("before_state"), PersonState.class),
                        json.readValue(row.getString("after_state"), PersonState.class)))
                .single();
    }

    void undone(UUID id, Instant now) {
        jdbc.sql("UPDATE person_merge SET undone_at = ? WHERE id = ?")
                .param(SqlTime.of(now))
                .param(id)
                .update();
    }

    /** Whom this row had absorbed itself, also by way of another. */
    List<PersonId> absorbedBy(PersonId id) {
        return jdbc.sql("""
                        WITH RECURSIVE part AS (
                            SELECT absorbed_id FROM person_merge WHERE kept_id = :id AND undone_at IS NULL
                            UNION SELECT m.absorbed_id FROM person_merge m JOIN part ON m.kept_id = part.absorbed_id
                            WHERE m.undone_at IS NULL)
                        SELECT absorbed_id FROM part
                        """)
                .param("id", id.value())
                .query((row, number) -> new PersonId(UUID.fromString(row.getString("absorbed_id"))))
                .list();
    }
}
