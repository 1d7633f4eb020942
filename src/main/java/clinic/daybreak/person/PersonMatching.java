package clinic.daybreak.person;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.EmailAddress;
import clinic.daybreak.base.PersonName;
import clinic.daybreak.base.PhoneNumber;
import clinic.daybreak.base.SqlTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final ExpectedContacts expected;
    private final Appends appends;

    PersonMatching(JdbcClient jdbc, PersonGroups groups, ExpectedContacts expected, Appends appends) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.expected = expected;
        this.appends = appends;
    }

    /**
     * Who wrote.
     *
     * @param person the row that stands for them; empty when nobody fits
     * @param isAddressKnown whether anybody was reached at their address or phone before
     */
    record Found(Optional<PersonId> person, boolean isAddressKnown) {}

    Found find(NewPerson form) {
        if (expected.isNobodyAt(form)) {
            return new Found(Optional.empty(), false);
        }
        appends.settle();
        if (!isAnybodyAt(form)) {
            return new Found(Optional.empty(), false); // as of nearly everybody who writes
        }
        var known =
                Stream.concat(byEmail(form).stream(), byPhone(form).stream()).toList();
        var person = known.stream()
                .filter(each -> each.isCompatibleWith(form))
                .findFirst()
                .map(KnownPerson::id);
        return new Found(person, !known.isEmpty());
    }

    private boolean isAnybodyAt(NewPerson form) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM person_email WHERE address = :email)
                            OR EXISTS (SELECT 1 FROM person_phone WHERE e164 = :phone)
                        """)
                .param("email", form.usableEmail().map(EmailAddress::value).orElse(null))
                .param("phone", form.usablePhone().map(PhoneNumber::e164).orElse(null))
                .query(Boolean.class)
                .single();
    }

    /** Everybody with the same e-mail address, in the order they came. */
    List<KnownPerson> byEmail(NewPerson form) {
        return form.usableEmail()
                .map(email -> peopleAt("SELECT person_id FROM person_email WHERE address = :contact", email.value()))
                .orElse(List.of());
    }

    /** Everybody with the same telephone, in the order they came. */
    List<KnownPerson> byPhone(NewPerson form) {
        return form.usablePhone()
                .map(phone -> peopleAt("SELECT person_id FROM person_phone WHERE e164 = :contact", phone.e164()))
                .orElse(List.of());
    }

    private List<KnownPerson> peopleAt(String peopleAt, String contact) {
        var reached = jdbc.sql(peopleAt + " ORDER BY id LIMIT 50")
                .param("contact", contact)
                .query(UUID.class)
                .list();
        if (reached.isEmpty()) {
            return List.of();
        }
        var kept = jdbc.sql("""
                        SELECT COALESCE(p.merged_into, p.id) AS kept FROM person p WHERE p.id IN (:reached)
                        GROUP BY kept ORDER BY MIN(p.created_at)
                        """)
                .param("reached", reached)
                .query((row, number) -> UUID.fromString(row.getString("kept")))
                .list();
        var rows = rows(kept);
        return kept.stream()
                .map(id -> known(id, rows.getOrDefault(id, List.of())))
                .toList();
    }

    private record Row(UUID id, PersonName name, @Nullable LocalDate birthDate, Instant since) {}

    /** By the row that stands for each. */
    private Map<UUID, List<Row>> rows(Collection<UUID> known) {
        var rows = new LinkedHashMap<UUID, List<Row>>();
        jdbc.sql("""
                        SELECT id AS kept, id, first_name, last_name, birth_date, created_at FROM person
                        WHERE id IN (:known)
                        UNION ALL SELECT merged_into, id, first_name, last_name, NULL, created_at FROM person
                        WHERE merged_into IN (:known)
                        """).param("known", known).query(row -> {
            rows.computeIfAbsent(UUID.fromString(row.getString("kept")), kept -> new ArrayList<>())
                    .add(new Row(
                            UUID.fromString(row.getString("id")),
                            new PersonName(row.getString("first_name"), row.getString("last_name")),
                            row.getObject("birth_date", LocalDate.class),
                            SqlTime.read(row, "created_at")));
        });
        return rows;
    }

    private KnownPerson known(UUID kept, List<Row> rows) {
        var names = rows.size() == 1
                ? List.of(rows.getFirst().name())
                : groups.names(rows.stream().map(Row::id).toList());
        var born = rows.stream()
                .filter(row -> row.id().equals(kept))
                .map(Row::birthDate)
                .filter(Objects::nonNull)
                .findFirst();
        var since = rows.stream().map(Row::since).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        return new KnownPerson(new PersonId(kept), names, born.orElse(null), since);
    }
}
