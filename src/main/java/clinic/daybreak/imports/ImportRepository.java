package clinic.daybreak.imports;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ImportRepository extends Repository<ImportRun, ImportId> {

    Optional<ImportRun> findById(ImportId id);

    List<ImportRun> findAllByOrderByUploadedAtDesc(Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT r FROM ImportRun r WHERE r.id.value = :id")
    Optional<ImportRun> lock(UUID id);

    /** The oldest one that runs and that no other node has in hand. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM import_run WHERE state = 'RUNNING' ORDER BY uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<ImportRun> lockNextRunning();

    @Query(nativeQuery = true, value = """
            SELECT * FROM import_run WHERE state = 'UNDOING' ORDER BY uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<ImportRun> lockNextUndoing();

    @Query(nativeQuery = true, value = """
            SELECT * FROM import_run WHERE state = 'CHECKING' AND (lease_until IS NULL OR lease_until < :now)
            ORDER BY uploaded_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<ImportRun> lockNextToCheck(Instant now);

    /** Whose rows are kept longer than need be: ended long ago, or never begun. */
    @Query("""
            SELECT r FROM ImportRun r WHERE r.clearedAt IS NULL
              AND (r.finishedAt < :before OR (r.finishedAt IS NULL AND r.startedAt IS NULL AND r.uploadedAt < :before))
            """)
    List<ImportRun> findToClear(Instant before);

    @Query("SELECT r FROM ImportRun r WHERE r.state = 'LOADING' AND r.uploadedAt < :before")
    List<ImportRun> findHalfRead(Instant before);

    @Query(nativeQuery = true, value = """
            SELECT COUNT(*) FROM import_run WHERE file_hash = :hash AND id <> :id AND started_at IS NOT NULL
              AND state <> 'UNDONE'
            """)
    long countSameFile(byte[] hash, UUID id);

    @Modifying
    @Query("DELETE FROM ImportRun r WHERE r.id.value = :id")
    void deleteById(UUID id);

    ImportRun save(ImportRun run);
}
