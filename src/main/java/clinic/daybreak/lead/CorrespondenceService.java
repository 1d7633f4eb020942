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
    private final PersonService people;
    private final LocationService locations;
    private final JdbcClient jdbc;

    CorrespondenceService(LeadRepository leads, PersonService people, LocationService locations, JdbcClient jdbc) {
        this.leads = leads;
        this.people = people;
        this.locations = locations;
        this.jdbc = jdbc;
    }

    public LeadCorrespondence of(LeadId id) {
        var facts = leads.findById(id).map(Lead::facts).orElseThrow(() -> new RecordMissingException("Lead"));
        var person = people.get(facts.correspondent());
        return new LeadCorrespondence(
                id,
                person.name().first(),
                person.emailForMail().orElse(null),
                person.language(),
                locations.get(facts.location()));
    }

    /**
     * The gravest hold on any lead of the people of this lead, and of whoever shares a mailbox with them: one person may
     * be known under two spellings. Empty when there is none.
     */
    public Optional<CrisisLevel> findCrisisHold(LeadId lead) {
        var people = jdbc.sql("""
                        WITH known AS (
                            SELECT person_id AS id FROM leads WHERE id = :lead
                            UNION SELECT contact_id FROM leads WHERE id = :lead AND contact_id IS NOT NULL)
                        SELECT id FROM known
                        UNION SELECT other.person_id
                        FROM known JOIN person_email mine ON mine.person_id = known.id
                            JOIN person_email other ON other.address = mine.address
                        """).param("lead", lead.value()).query(UUID.class).list();
        // two look-ups by index: one with OR would read the whole table
        return jdbc.sql("""
                        SELECT crisis_level FROM leads WHERE person_id IN (:people) AND crisis_level IS NOT NULL
                        UNION SELECT crisis_level FROM leads WHERE contact_id IN (:people) AND crisis_level IS NOT NULL
                        """).param("people", people).query(String.class).list().stream()
                .map(level -> CrisisLevel.valueOf(Objects.requireNonNull(level)))
                .max(CrisisLevel::compareTo);
    }
}
