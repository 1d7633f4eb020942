package clinic.daybreak.capture;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SubmissionRepository extends Repository<Submission, SubmissionId> {

    Optional<Submission> findById(SubmissionId id);

    /** Two workers may hold the same task after a pause: the second waits and then finds it processed. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT s FROM Submission s WHERE s.id.value = :id")
    Optional<Submission> lock(UUID id);

    @Query("SELECT s FROM Submission s WHERE s.state = NEEDS_HUMAN ORDER BY s.receivedAt LIMIT 200")
    List<Submission> findNeedingHuman();

    Submission save(Submission submission);
}
