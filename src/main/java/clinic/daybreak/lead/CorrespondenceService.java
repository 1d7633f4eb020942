package clinic.daybreak.lead;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonService;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells automated mail whom it would reach and, in the transaction that claims it, whether a hold stands against it. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
@Transactional(propagation = Propagation.MANDATORY)
public class CorrespondenceService {

    private final LeadRepository leads;
    private final LeadGroups groups;
    private final PersonService people;
    private final LocationService locations;
    private final JdbcClient jdbc;

    CorrespondenceService(
            LeadRepository leads, LeadGroups groups, PersonService people, LocationService locations, JdbcClient jdbc) {
        this.leads = leads;
        this.groups = groups;
        this.people = people;
        this.locations = locations;
        this.jdbc = jdbc;
    }

    /** Of a lead that became part of another: what that one says. */
    public LeadCorrespondence of(LeadId id) {
        var facts =
                leads.findById(groups.kept(id)).map(Lead::facts).orElseThrow(() -> new RecordMissingException("Lead"));
        var person = people.get(facts.correspondent());
        return new LeadCorrespondence(
                facts.id(),
                person.name().first(),
                person.emailForMail().orElse(null),
                person.language(),
                locations.get(facts.location()),
                !facts.mayTellCorrespondent());
    }

    /**
     * The gravest hold on any lead of the people of this lead, and of whoever shares a mailbox with them: one person may
     * be known under two spellings. Each by every row they are known by. Empty when there is none.
     */
    public Optional<CrisisLevel> findCrisisHold(LeadId lead) {
        var people = jdbc.sql("""
                        WITH parts AS (
                            SELECT l.person_id, l.contact_id FROM leads l
                            WHERE l.id = :kept OR l.merged_into = :kept),
                        known AS (
                            SELECT person_id AS id FROM parts
                            UNION SELECT contact_id FROM parts WHERE contact_id IS NOT NULL
                            UNION SELECT former_contact_id FROM lead_merge
                            WHERE kept_id = :kept AND former_contact_id IS NOT NULL AND undone_at IS NULL),
                        rows_of_known AS (%s),
                        near AS (
                            SELECT id FROM rows_of_known
                            UNION SELECT other.person_id
                            FROM rows_of_known JOIN person_email mine ON mine.person_id = rows_of_known.id
                                JOIN person_email other ON other.address = mine.address)
                        %s
                        """.formatted(rowsOf("known"), rowsOf("near")))
                .param("kept", groups.kept(lead).value())
                .query(UUID.class)
                .list();
        // two look-ups by index: one with OR would read the whole table
        return jdbc.sql("""
                        SELECT crisis_level FROM leads
                        WHERE person_id IN (:people) AND crisis_level IS NOT NULL AND merged_into IS NULL
                        UNION SELECT crisis_level FROM leads
                        WHERE contact_id IN (:people) AND crisis_level IS NOT NULL AND merged_into IS NULL
                        """).param("people", people).query(String.class).list().stream()
                .map(level -> CrisisLevel.valueOf(Objects.requireNonNull(level)))
                .max(CrisisLevel::compareTo);
    }

    private static String rowsOf(String people) {
        return """
                SELECT COALESCE(p.merged_into, p.id) AS id FROM %1$s JOIN person p ON p.id = %1$s.id
                UNION SELECT q.id FROM %1$s JOIN person p ON p.id = %1$s.id
                    JOIN person q ON q.merged_into = COALESCE(p.merged_into, p.id)
                """.formatted(people);
    }
}
