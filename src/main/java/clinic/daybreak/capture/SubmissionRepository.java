package clinic.daybreak.capture;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SubmissionRepository extends Repository<Submission, SubmissionId> {

    Optional<Submission> findById(SubmissionId id);

    /** Whoever comes second waits, and then finds it done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT s FROM Submission s WHERE s.id.value = :id")
    Optional<Submission> lock(UUID id);

    /** The next due one that no other worker has in hand; those are passed over. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM submission WHERE state = 'RECEIVED' AND due_at <= :now
            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<Submission> lockNext(Instant now);

    @Query("SELECT s FROM Submission s WHERE s.state = :state ORDER BY s.receivedAt LIMIT 200")
    List<Submission> findByState(SubmissionState state);

    Submission save(Submission submission);
}
