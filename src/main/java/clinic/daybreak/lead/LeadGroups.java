package clinic.daybreak.lead;

import clinic.daybreak.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which leads are one enquiry; by short look-ups, for nearly every lead is one by itself. */
@Component
class LeadGroups {

    private final JdbcClient jdbc;

    LeadGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lead that stands for this one: itself when it was not merged, and when it is not known at all. */
    LeadId kept(LeadId id) {
        return jdbc.sql("SELECT COALESCE(merged_into, id) AS kept FROM leads WHERE id = ?")
                .param(id.value())
                .query((row, number) -> new LeadId(UUID.fromString(row.getString("kept"))))
                .optional()
                .orElse(id);
    }

    /** The kept lead first, then those that are part of it. */
    List<LeadId> members(LeadId kept) {
        var members = new ArrayList<LeadId>();
        members.add(kept);
        members.addAll(jdbc.sql("SELECT id FROM leads WHERE merged_into = ?")
                .param(kept.value())
                .query((row, number) -> new LeadId(UUID.fromString(row.getString("id"))))
                .list());
        return members;
    }

    /** Everybody whom these leads are about, and who wrote them. */
    Set<PersonId> people(LeadId one, LeadId other) {
        return Set.copyOf(jdbc.sql("""
                        SELECT person_id AS id FROM leads WHERE id IN (:ids)
                        UNION SELECT contact_id FROM leads WHERE id IN (:ids) AND contact_id IS NOT NULL
                        """)
                .param("ids", List.of(one.value(), other.value()))
                .query((row, number) -> new PersonId(UUID.fromString(row.getString("id"))))
                .list());
    }
}
