package clinic.daybreak.person;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, PersonId> {

    Optional<Person> findById(PersonId id);

    /** Locked before any of their leads, so that a merge and a message of the same person wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT p FROM Person p WHERE p.id.value = :id")
    Optional<Person> lock(UUID id);

    @Query("SELECT p FROM Person p WHERE p.mergedInto.value = :kept ORDER BY p.createdAt")
    List<Person> findAbsorbed(UUID kept);

    Person save(Person person);

    /** Flushed at once, so that what is written by SQL finds its person. */
    Person saveAndFlush(Person person);
}
