package clinic.daybreak.lead;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what stands against writing to the people of a lead. Asked before every mail, so it goes from index to index in
 * small steps: put together into one statement, MariaDB reads whole tables for it.
 */
@Component
class HoldSearch {

    private final JdbcClient jdbc;

    HoldSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The gravest hold on any lead of these people, and of whoever shares a mailbox with them, by every row of each. */
    Optional<CrisisLevel> gravest(LeadId kept) {
        var people = everyRow(peopleOf(kept));
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var near = new LinkedHashSet<>(people);
        near.addAll(list("""
                SELECT DISTINCT other.person_id FROM person_email mine
                JOIN person_email other ON other.address = mine.address
                WHERE mine.person_id IN (:ids)
                """, people));
        // each half by its index, as everywhere here: one look-up with OR would read the whole table
        return jdbc
                .sql("""
                        SELECT crisis_level FROM leads
                        WHERE person_id IN (:ids) AND crisis_level IS NOT NULL AND merged_into IS NULL
                        UNION SELECT crisis_level FROM leads
                        WHERE contact_id IN (:ids) AND crisis_level IS NOT NULL AND merged_into IS NULL
                        """)
                .param("ids", near.size() == people.size() ? near : everyRow(near))
                .query(String.class)
                .list()
                .stream()
                .map(level -> CrisisLevel.valueOf(Objects.requireNonNull(level)))
                .max(CrisisLevel::compareTo);
    }

    /** Whom the lead is about and who wrote, now or before they were merged. */
    private Set<UUID> peopleOf(LeadId kept) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                        SELECT person_id FROM leads WHERE id = :kept
                        UNION SELECT contact_id FROM leads WHERE id = :kept AND contact_id IS NOT NULL
                        UNION SELECT person_id FROM leads WHERE merged_into = :kept
                        UNION SELECT contact_id FROM leads WHERE merged_into = :kept AND contact_id IS NOT NULL
                        UNION SELECT former_contact_id FROM lead_merge
                        WHERE kept_id = :kept AND former_contact_id IS NOT NULL AND undone_at IS NULL
                        """).param("kept", kept.value()).query(UUID.class).list());
    }

    private Set<UUID> everyRow(Collection<UUID> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        var kept = list("SELECT COALESCE(merged_into, id) FROM person WHERE id IN (:ids)", people);
        kept.addAll(list("SELECT id FROM person WHERE merged_into IN (:ids)", kept));
        return kept;
    }

    private Set<UUID> list(String sql, Collection<UUID> ids) {
        return new LinkedHashSet<>(
                jdbc.sql(sql).param("ids", ids).query(UUID.class).list());
    }
}
