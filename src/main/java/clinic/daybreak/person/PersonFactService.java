package clinic.daybreak.person;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.SqlTime;
import clinic.daybreak.base.Uuid7;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects what is known of a person and says where each value comes from. Part of a larger change: it knows nothing of
 * leads or of who may see whom.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional(propagation = Propagation.MANDATORY)
public class PersonFactService {

    private final PersonRepository people;
    private final PersonGroups groups;
    private final PersonConsents consents;
    private final ContactLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonFactService(
            PersonRepository people,
            PersonGroups groups,
            PersonConsents consents,
            ContactLocks locks,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.groups = groups;
        this.consents = consents;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Saves all edits or none. Two people who change different values do not notice each other; of one value the first
     * counts, and the second is asked.
     *
     * @param region two-letter country for a telephone written without one
     * @return what is different now; edits to what it is already are left out
     * @throws FactConflictException when a colleague changed one of these values to another one meanwhile
     */
    public List<FactEdit> correct(PersonId id, List<FactEdit> edits, String region, UUID by) {
        var addresses = edits.stream().filter(edit -> edit.field().isAddress()).toList();
        var written =
                addresses.stream().map(edit -> WrittenAddress.of(edit, region)).toList();
        locks.take(
                written.stream().flatMap(each -> each.email().stream()).toList(),
                written.stream().flatMap(each -> each.phone().stream()).toList());
        var person = people.lock(groups.kept(id).value()).orElseThrow(() -> new RecordMissingException("Person"));
        var values = person.state().values();
        var conflicts = new ArrayList<FactConflict>();
        var done = new ArrayList<FactEdit>();
        for (var edit : edits) {
            if (edit.field().isAddress()) {
                if (person.add(WrittenAddress.of(edit, region), clock.instant())) {
                    done.add(edit);
                }
                continue;
            }
            var after = edit.after().strip();
            var now = values.getOrDefault(edit.field(), "");
            if (now.equals(after)) {
                continue;
            }
            if (!now.equals(edit.before())) {
                conflicts.add(new FactConflict(edit.field(), edit.before(), now, after));
                continue;
            }
            person.correct(edit.field(), after, clock);
            done.add(new FactEdit(edit.field(), now, after));
        }
        if (!conflicts.isEmpty()) {
            throw new FactConflictException(conflicts);
        }
        people.saveAndFlush(person);
        done.forEach(edit -> insert(person.id(), edit, by));
        return done;
    }

    private void insert(PersonId person, FactEdit edit, UUID by) {
        jdbc.sql("""
                        INSERT INTO person_change (id, person_id, field, before_value, after_value, changed_at, actor_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuid7.next())
                .param(person.value())
                .param(edit.field().name())
                .param(edit.before())
                .param(edit.after().strip())
                .param(SqlTime.of(clock.instant()))
                .param(by)
                .update();
    }

    /** Of each purpose what was said last; of what nobody was asked there is nothing. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> listConsents(PersonId id) {
        return consents.listNewest(groups.of(id));
    }

    /** @param heardBy the full name of the member of staff to whom it was said */
    public void recordConsent(PersonId id, ConsentPurpose purpose, boolean given, String heardBy) {
        var person = people.lock(groups.kept(id).value()).orElseThrow(() -> new RecordMissingException("Person"));
        consents.insert(person.id(), purpose, given, heardBy, clock.instant());
    }

    /** Of each value that staff gave, the newest giver; all others are as the person wrote them. */
    @Transactional(readOnly = true)
    public Map<PersonField, FactSource> listSources(PersonId id) {
        var sources = new EnumMap<PersonField, FactSource>(PersonField.class);
        jdbc.sql("SELECT field, changed_at, actor_id FROM person_change WHERE person_id = ? ORDER BY changed_at, id")
                .param(groups.kept(id).value())
                .query(row -> {
                    sources.put(
                            PersonField.valueOf(row.getString("field")),
                            new FactSource(
                                    UUID.fromString(row.getString("actor_id")), SqlTime.read(row, "changed_at")));
                });
        return sources;
    }
}
