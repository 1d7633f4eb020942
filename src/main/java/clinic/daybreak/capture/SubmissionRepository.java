package clinic.daybreak.capture;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
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

    /** Nearest to the moment first; what came by mail is left out. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM submission
            WHERE source_id = :source AND received_at BETWEEN :from AND :until AND purpose = 'ENQUIRY'
                AND content_type NOT LIKE 'message/rfc822%'
            ORDER BY ABS(TIMESTAMPDIFF(SECOND, received_at, :moment)), id LIMIT :size OFFSET :skipped
            """)
    List<Submission> findAround(UUID source, Instant from, Instant until, Instant moment, int size, int skipped);

    String VISIBLE = "FROM Submission s JOIN Source q ON q.id = s.source WHERE s.state = :state"
            + " AND s.purpose <> CANARY AND (COALESCE(s.location.value, q.location.value) IS NULL OR COALESCE(s.location.value, q.location.value) IN"
            + " :scope) ";

    @Query("SELECT s " + VISIBLE + "ORDER BY s.receivedAt LIMIT " + InboxService.LIMIT)
    List<Submission> findOldest(SubmissionState state, Collection<UUID> scope);

    @Query("SELECT s " + VISIBLE + "ORDER BY s.receivedAt DESC LIMIT " + InboxService.LIMIT)
    List<Submission> findNewest(SubmissionState state, Collection<UUID> scope);

    @Query(nativeQuery = true, value = """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM submission s JOIN source q ON q.id = s.source_id
                WHERE s.state = :state AND s.purpose <> 'CANARY'
                    AND (COALESCE(s.location_id, q.location_id) IS NULL
                        OR COALESCE(s.location_id, q.location_id) IN (:scope))
                LIMIT 1000) AS found
            """)
    int countUpTo1000(String state, Collection<UUID> scope);

    /** What came last by that way in, without daily proofs. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM submission WHERE source_id = :source AND purpose <> 'CANARY'
            ORDER BY received_at DESC LIMIT 20
            """)
    List<Submission> findLatest(UUID source);

    String UNMAPPED = " WHERE s.source.value = :source AND s.state = NEEDS_HUMAN AND s.purpose <> CANARY"
            + " AND s.corrected IS NULL AND (s.problem LIKE CONCAT('%', :unmapped) OR s.problem = :noLocation)";

    @Query("SELECT COUNT(*) FROM Submission s" + UNMAPPED)
    int countUnmapped(UUID source, String unmapped, String noLocation);

    @Modifying
    @Query(
            "UPDATE Submission s SET s.state = RECEIVED, s.dueAt = :now, s.tries = 0, s.problem = NULL, s.version = s.version + 1"
                    + UNMAPPED)
    int processUnmappedAgain(UUID source, Instant now, String unmapped, String noLocation);

    /** Without daily proofs, in order of time. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM submission WHERE source_id = :source AND purpose <> 'CANARY'
                AND (received_at > :at OR (received_at = :at AND id > :after))
            ORDER BY received_at, id LIMIT :limit
            """)
    List<Submission> findAfter(UUID source, Instant at, UUID after, int limit);

    /** Before anybody could have processed it: in the transaction that stored it. */
    @Modifying
    @Query("UPDATE Submission s SET s.state = NEEDS_HUMAN, s.dueAt = NULL, s.problem = :problem WHERE s.id.value = :id")
    void rest(UUID id, String problem);

    Submission save(Submission submission);
}
