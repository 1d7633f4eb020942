package clinic.daybreak.person;

import clinic.daybreak.base.Appends;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import java.time.Instant;
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
    private final Appends appends;

    PersonConsents(JdbcClient jdbc, Appends appends) {
        this.jdbc = jdbc;
        this.appends = appends;
    }

    /**
     * Records what is new.
     *
     * @param isNew whether nobody could have said anything before
     * @param saidBy the way in by which it was said
     * @param onlyTighten a file may forbid, but it never takes back what somebody forbade
     */
    void record(
            PersonGroup group,
            boolean isNew,
            Map<ConsentPurpose, Boolean> said,
            String saidBy,
            boolean onlyTighten,
            Instant now) {
        if (said.isEmpty()) {
            return;
        }
        var known = isNew ? Map.<ConsentPurpose, Boolean>of() : of(group);
        said.forEach((purpose, given) -> {
            var before = known.get(purpose);
            boolean loosens = given && Boolean.FALSE.equals(before);
            if (!given.equals(before) && !(onlyTighten && loosens)) {
                insert(group.kept(), purpose, given, saidBy, now);
            }
        });
    }

    void insert(PersonId person, ConsentPurpose purpose, boolean given, String saidBy, Instant now) {
        appends.append("""
                        INSERT INTO person_consent (id, person_id, purpose, given, recorded_at, said_by)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """, Uuid7.next(), person.value(), purpose.name(), given, SqlTime.of(now), saidBy);
    }

    /** Of each purpose what was said last, by whichever row of this human being. */
    List<ConsentEntry> listNewest(PersonGroup group) {
        var newest = new EnumMap<ConsentPurpose, ConsentEntry>(ConsentPurpose.class);
        jdbc.sql("""
                        SELECT purpose, given, recorded_at, said_by FROM person_consent
                        WHERE person_id IN (:people) ORDER BY recorded_at, id
                        """).param("people", group.ids()).query(row -> {
            var purpose = ConsentPurpose.valueOf(row.getString("purpose"));
            newest.put(
                    purpose,
                    new ConsentEntry(
                            purpose,
                            row.getBoolean("given"),
                            SqlTime.read(row, "recorded_at"),
                            row.getString("said_by")));
        });
        return List.copyOf(newest.values());
    }

    /**
     * What counts now: what was said since the rows were merged; before that, of each row the newest, and of those the
     * strictest.
     */
    Map<ConsentPurpose, Boolean> of(PersonGroup group) {
        var newest = new EnumMap<ConsentPurpose, Map<UUID, Boolean>>(ConsentPurpose.class);
        var sinceMerged = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        jdbc.sql("""
                        SELECT person_id, purpose, given, recorded_at FROM person_consent
                        WHERE person_id IN (:people) ORDER BY recorded_at, id
                        """).param("people", group.ids()).query(row -> {
            var purpose = ConsentPurpose.valueOf(row.getString("purpose"));
            if (group.mergedAt() != null && SqlTime.read(row, "recorded_at").isAfter(group.mergedAt())) {
                sinceMerged.put(purpose, row.getBoolean("given"));
            } else {
                newest.computeIfAbsent(purpose, each -> new HashMap<>())
                        .put(UUID.fromString(row.getString("person_id")), row.getBoolean("given"));
            }
        });
        var counting = new EnumMap<ConsentPurpose, Boolean>(ConsentPurpose.class);
        newest.forEach((purpose, each) -> counting.put(purpose, !each.containsValue(false)));
        counting.putAll(sinceMerged);
        return counting;
    }
}
