package clinic.daybreak.person;

import clinic.daybreak.base.SqlTime;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pairs of people who share an address. Each pair is kept once and for good, so that what staff decided about it is never
 * asked again.
 */
@Component
class PossibleMatches {

    /** Of a mailbox that fifty people share only a few are worth a look. */
    static final int MOST = 5;

    /** More than are shown, for some belong to clinics that the reader does not work for. */
    private static final int READ = 40;

    private static final String OTHERS = """
            SELECT COALESCE(p.merged_into, p.id) AS kept, m.evidence
            FROM (SELECT one_id AS mine, other_id AS other, evidence, state, since FROM possible_match
                  WHERE one_id IN (:ids)
                  UNION ALL SELECT other_id, one_id, evidence, state, since FROM possible_match
                  WHERE other_id IN (:ids)) AS m
                JOIN person p ON p.id = m.other
            WHERE TRUE
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PossibleMatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks for others with an address of this message, newest first; of a number that thousands share, among the last 50. */
    void suggest(PersonGroup writer, NewPerson form) {
        var found = new LinkedHashMap<UUID, MatchEvidence>();
        form.usableEmail()
                .ifPresent(email -> othersAt(
                                "SELECT person_id FROM person_email WHERE address = :contact", email.value(), writer)
                        .forEach(other -> found.put(other, MatchEvidence.EMAIL)));
        form.usablePhone()
                .ifPresent(phone -> othersAt(
                                "SELECT person_id FROM person_phone WHERE e164 = :contact", phone.e164(), writer)
                        .forEach(other -> found.merge(
                                other, MatchEvidence.PHONE, (email, also) -> MatchEvidence.EMAIL_AND_PHONE)));
        found.entrySet().stream()
                .limit(MOST)
                .forEach(other -> insert(Pair.of(writer.kept().value(), other.getKey()), other.getValue()));
    }

    private List<UUID> othersAt(String peopleAt, String contact, PersonGroup writer) {
        return jdbc.sql("""
                        SELECT COALESCE(p.merged_into, p.id) AS kept
                        FROM (%s AND person_id NOT IN (:own) ORDER BY id DESC LIMIT 50) reached
                            JOIN person p ON p.id = reached.person_id
                        GROUP BY kept ORDER BY MAX(p.created_at) DESC, kept DESC LIMIT :most
                        """.formatted(peopleAt))
                .param("contact", contact)
                .param("own", writer.ids())
                .param("most", MOST)
                .query((row, number) -> UUID.fromString(row.getString("kept")))
                .list();
    }

    private void insert(Pair pair, MatchEvidence evidence) {
        jdbc.sql("""
                        INSERT INTO possible_match (one_id, other_id, evidence, state, since)
                        VALUES (:one, :other, :evidence, 'OPEN', :now)
                        ON DUPLICATE KEY UPDATE evidence = IF(evidence <> :evidence, 'EMAIL_AND_PHONE', evidence)
                        """)
                .param("one", pair.one())
                .param("other", pair.other())
                .param("evidence", evidence.name())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** The undecided ones, newest first. Who is known not to be one row of somebody is none of their other rows either. */
    List<PossibleMatch> open(PersonGroup group) {
        var open = new LinkedHashMap<UUID, PossibleMatch>();
        jdbc.sql(OTHERS + " AND m.state = 'OPEN' ORDER BY m.since DESC LIMIT :limit")
                .param("ids", group.ids())
                .param("limit", READ)
                .query(row -> {
                    var other = UUID.fromString(row.getString("kept"));
                    open.putIfAbsent(
                            other,
                            new PossibleMatch(new PersonId(other), MatchEvidence.valueOf(row.getString("evidence"))));
                });
        open.remove(group.kept().value());
        if (!open.isEmpty()) {
            open.keySet().removeAll(dismissed(group, open.keySet()));
        }
        return List.copyOf(open.values());
    }

    private List<UUID> dismissed(PersonGroup group, Set<UUID> among) {
        return jdbc.sql(OTHERS + " AND m.state = 'DISMISSED' AND COALESCE(p.merged_into, p.id) IN (:among)")
                .param("ids", group.ids())
                .param("among", among)
                .query((row, number) -> UUID.fromString(row.getString("kept")))
                .list();
    }

    /** They are one: what was suggested between them is settled. */
    void merged(PersonGroup mine, PersonGroup theirs, UUID by) {
        known(mine.ids(), theirs.ids()).forEach(pair -> decide(pair, "MERGED", by));
    }

    /** They are two: nothing is suggested between them any more, whether or not something was. */
    void dismissed(PersonGroup mine, PersonGroup theirs, UUID by) {
        var pairs = new LinkedHashSet<>(known(mine.ids(), theirs.ids()));
        pairs.add(Pair.of(mine.kept().value(), theirs.kept().value()));
        pairs.forEach(pair -> decide(pair, "DISMISSED", by));
    }

    private List<Pair> known(Collection<UUID> mine, Collection<UUID> theirs) {
        return jdbc.sql("""
                        SELECT one_id, other_id FROM possible_match WHERE one_id IN (:mine) AND other_id IN (:theirs)
                        UNION SELECT one_id, other_id FROM possible_match
                        WHERE one_id IN (:theirs) AND other_id IN (:mine)
                        """)
                .param("mine", mine)
                .param("theirs", theirs)
                .query((row, number) ->
                        new Pair(UUID.fromString(row.getString("one_id")), UUID.fromString(row.getString("other_id"))))
                .list();
    }

    private void decide(Pair pair, String state, UUID by) {
        jdbc.sql("""
                        INSERT INTO possible_match (one_id, other_id, state, since, decided_at, decided_by)
                        VALUES (:one, :other, :state, :now, :now, :by)
                        ON DUPLICATE KEY UPDATE state = :state, decided_at = :now, decided_by = :by
                        """)
                .param("one", pair.one())
                .param("other", pair.other())
                .param("state", state)
                .param("now", SqlTime.of(clock.instant()))
                .param("by", by)
                .update();
    }

    private record Pair(UUID one, UUID other) {

        static Pair of(UUID a, UUID b) {
            return a.toString().compareTo(b.toString()) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }
}
