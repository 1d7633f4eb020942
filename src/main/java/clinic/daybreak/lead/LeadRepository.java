package clinic.daybreak.lead;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LeadRepository extends Repository<Lead, LeadId> {

    Optional<Lead> findById(LeadId id);

    /** Locked, for the history is written before the lead: two at once would wait for each other crosswise. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT l FROM Lead l WHERE l.id.value = :id")
    Optional<Lead> lock(UUID id);

    /** Flushed at once, so that the history, written by SQL, finds its lead. */
    Lead saveAndFlush(Lead lead);

    /** Locked, so that two messages of one person become two touches and not one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            SELECT l FROM Lead l
            WHERE ((l.person.value = :writer AND l.contact.value IS NULL) OR l.contact.value = :writer)
              AND l.stage IN :stages AND l.withdrawnAt IS NULL
            ORDER BY l.receivedAt DESC
            """)
    List<Lead> lockOf(UUID writer, Collection<Stage> stages);

    /** The same leads, to look at only. */
    @Query("""
            SELECT l FROM Lead l
            WHERE ((l.person.value = :writer AND l.contact.value IS NULL) OR l.contact.value = :writer)
              AND l.stage IN :stages AND l.withdrawnAt IS NULL
            """)
    List<Lead> findOf(UUID writer, Collection<Stage> stages);
}
