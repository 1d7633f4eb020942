package clinic.daybreak.person;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The two look-ups are bounded: a mailbox that fifty people share says nothing about who wrote. */
interface PersonRepository extends Repository<Person, PersonId> {

    Optional<Person> findById(PersonId id);

    /** Flushed at once, so that what is written by SQL finds its person. */
    Person saveAndFlush(Person person);

    @Query("SELECT DISTINCT p FROM Person p JOIN p.emails e WHERE e.address = :address ORDER BY p.createdAt LIMIT 50")
    List<Person> findByEmail(String address);

    @Query("SELECT DISTINCT p FROM Person p JOIN p.phones t WHERE t.e164 = :e164 ORDER BY p.createdAt LIMIT 50")
    List<Person> findByPhone(String e164);
}
