package clinic.daybreak.person;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only record of what people agreed to or forbade. */
@Component
class PersonConsents {

    private final JdbcClient jdbc;

    PersonConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records what is new.
     *
     * @param saidBy the way in by which it was said
     * @param onlyTighten a file may forbid, but it never takes back what somebody forbade
     */
    void record(PersonId person, Map<ConsentPurpose, Boolean> said, String saidBy, boolean onlyTighten, Instant now) {
        if (said.isEmpty()) {
            return;
        }
        var known = of(List.of(person));
        said.forEach((purpose, given) -> {
            var before = known.get(purpose);
            boolean loosens = given && Boolean.FALSE.equals(before);
            if (!given.equals(before) && !(onlyTighten && loosens)) {
                insert(person, purpose, given, saidBy, now);
            }
        });
    }

    private void insert(PersonId person, ConsentPurpose purpose, boolean given, String saidBy, Instant now) {
        jdbc.sql("""
                        INSERT INTO person_consent (id, person_id, purpose, given, recorded_at, said_by)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuid7.next())
                .param(person.value())
                .param(purpose.name())
                .param(given)
                .param(SqlTime.of(now))
                .param(saidBy)
                .update();
    }

    /** What counts now for one human being who may be known by several records: of each the newest, and of those the strictest. */
    Map<ConsentPurpose, Boolean> of(Collection<PersonId> records) {
        var newest = new EnumMap<ConsentPurpose, Map<UUID, Boolean>>(ConsentPurpose.class);
        jdbc.sql("""
                        SELECT person_id, purpose, given FROM person_consent
                        WHERE person_id IN (:people) ORDER BY recorded_at, id
                        """)
                .param("people", records.stream().map(PersonId::value).toList())
                .query(row -> {
                    newest.computeIfAbsent(ConsentPurpose.valueOf(row.getString("purpose")), purpose -> new HashMap<>())
                            .put(UUID.fromString(row.getString("person_id")), row.getBoolean("given"));
                });
        var strictest = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        newest.forEach((purpose, each) -> strictest.put(purpose, !each.containsValue(false)));
        return strictest;
    }
}
