package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.SqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which rows are one human being; by short look-ups, for nearly everybody is known by one. */
@Component
class PersonGroups {

    private final JdbcClient jdbc;

    PersonGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row that stands for this one: itself when it was not merged, and when it is not known at all. */
    PersonId kept(PersonId id) {
        return jdbc.sql("SELECT COALESCE(merged_into, id) FROM person WHERE id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new)
                .orElse(id);
    }

    PersonGroup of(PersonId id) {
        var kept = kept(id);
        var absorbed = jdbc.sql("SELECT id FROM person WHERE merged_into = ?")
                .param(kept.value())
                .query((row, number) -> new PersonId(UUID.fromString(row.getString("id"))))
                .list();
        return new PersonGroup(
                kept, absorbed, absorbed.isEmpty() ? null : mergedAt(kept).orElse(null));
    }

    private Optional<Instant> mergedAt(PersonId kept) {
        return jdbc.sql("""
                        SELECT MAX(merged_at) AS merged_at FROM person_merge WHERE undone_at IS NULL AND kept_id = ?
                        """)
                .param(kept.value())
                .query((row, number) -> Optional.ofNullable(SqlTime.readNullable(row, "merged_at")))
                .single();
    }

    /** Every name by which somebody of these rows is or was known. */
    List<PersonName> names(Collection<UUID> ids) {
        var names = new ArrayList<>(jdbc.sql("SELECT first_name, last_name FROM person WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, number) -> new PersonName(row.getString("first_name"), row.getString("last_name")))
                .list());
        if (ids.size() > 1) {
            names.addAll(jdbc.sql("""
                            SELECT former_first_name, former_last_name FROM person_merge
                            WHERE kept_id IN (:ids) AND undone_at IS NULL AND former_first_name IS NOT NULL
                            """)
                    .param("ids", ids)
                    .query((row, number) ->
                            new PersonName(row.getString("former_first_name"), row.getString("former_last_name")))
                    .list());
        }
        return names;
    }
}
