package clinic.daybreak.lead;

import jakarta.persistence.LockModeType;
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

    Lead save(Lead lead);

    /** Flushed at once, so that the history, written by SQL, finds its lead. */
    Lead saveAndFlush(Lead lead);

    @Query("SELECT l FROM Lead l WHERE l.mergedInto.value = :kept")
    List<Lead> findMergedInto(UUID kept);
}
