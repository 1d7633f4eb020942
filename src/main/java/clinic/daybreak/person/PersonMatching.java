package clinic.daybreak.person;

import clinic.daybreak.base.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who wrote: the same e-mail address or telephone <em>and</em> a compatible name or the same birthday. Both look-ups
 * are bounded, for a mailbox that fifty people share says nothing about who wrote. Reads ids and names only: the person is
 * read once they are locked.
 */
@Component
class PersonMatching {

    private final JdbcClient jdbc;
    private final PersonGroups groups;

    PersonMatching(JdbcClient jdbc, PersonGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /**
     * Who wrote.
     *
     * @param person the row that stands for them; empty when nobody fits
     * @param isAddressKnown whether anybody was reached at their address or phone before
     */
    record Found(Optional<PersonId> person, boolean isAddressKnown) {}

    Found find(NewPerson form) {
        var known = new LinkedHashSet<UUID>();
        form.usableEmail()
                .ifPresent(email -> known.addAll(
                        peopleAt("SELECT person_id FROM person_email WHERE address = :contact", email.value())));
        form.usablePhone()
                .ifPresent(phone -> known.addAll(
                        peopleAt("SELECT person_id FROM person_phone WHERE e164 = :contact", phone.e164())));
        if (known.isEmpty()) {
            return new Found(Optional.empty(), false);
        }
        var rows = rows(known);
        var person = known.stream()
                .filter(kept -> isCompatible(rows.getOrDefault(kept, List.of()), kept, form))
                .findFirst()
                .map(PersonId::new);
        return new Found(person, true);
    }

    private List<UUID> peopleAt(String peopleAt, String contact) {
        return jdbc.sql("""
                        SELECT COALESCE(p.merged_into, p.id) AS kept FROM person p WHERE p.id IN (%s)
                        GROUP BY kept ORDER BY MIN(p.created_at) LIMIT 50
                        """.formatted(peopleAt))
                .param("contact", contact)
                .query((row, number) -> UUID.fromString(row.getString("kept")))
                .list();
    }

    private record Row(UUID id, PersonName name, @Nullable LocalDate birthDate) {}

    /** By the row that stands for each. */
    private Map<UUID, List<Row>> rows(Collection<UUID> known) {
        var rows = new LinkedHashMap<UUID, List<Row>>();
        jdbc.sql("""
                        SELECT id AS kept, id, first_name, last_name, birth_date FROM person WHERE id IN (:known)
                        UNION ALL SELECT merged_into, id, first_name, last_name, NULL FROM person
                        WHERE merged_into IN (:known)
                        """).param("known", known).query(row -> {
            rows.computeIfAbsent(UUID.fromString(row.getString("kept")), kept -> new ArrayList<>())
                    .add(new Row(
                            UUID.fromString(row.getString("id")),
                            new PersonName(row.getString("first_name"), row.getString("last_name")),
                            row.getObject("birth_date", LocalDate.class)));
        });
        return rows;
    }

    /** A name may be spelled in two ways, a birthday may not. */
    private boolean isCompatible(List<Row> rows, UUID kept, NewPerson form) {
        var born = rows.stream()
                .filter(row -> row.id().equals(kept))
                .map(Row::birthDate)
                .filter(Objects::nonNull)
                .findFirst();
        if (born.isPresent() && form.birthDate() != null) {
            return born.get().equals(form.birthDate());
        }
        var names = rows.size() == 1
                ? List.of(rows.getFirst().name())
                : groups.names(rows.stream().map(Row::id).toList());
        return names.stream().anyMatch(name -> name.isCompatibleWith(form.name()));
    }
}
