package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CanaryRunRepository extends Repository<CanaryRun, UUID> {

    Optional<CanaryRun> findById(UUID id);

    List<CanaryRun> findByState(CanaryState state);

    @Query(
            "SELECT r FROM CanaryRun r WHERE r.sentAt = (SELECT MAX(x.sentAt) FROM CanaryRun x WHERE x.source = r.source)")
    List<CanaryRun> findLatest();

    /** Of each way in the last one that is settled. */
    @Query("""
            SELECT r FROM CanaryRun r WHERE r.state <> SENT AND r.sentAt =
                (SELECT MAX(x.sentAt) FROM CanaryRun x WHERE x.source = r.source AND x.state <> SENT)
            """)
    List<CanaryRun> findLatestSettled();

    @Query("""
            SELECT r FROM CanaryRun r WHERE r.state = PROVED AND r.sentAt =
                (SELECT MAX(x.sentAt) FROM CanaryRun x WHERE x.source = r.source AND x.state = PROVED)
            """)
    List<CanaryRun> findLatestProved();

    List<CanaryRun> findBySourceOrderBySentAtDesc(SourceId source, Limit limit);

    @Modifying
    @Query("DELETE FROM CanaryRun r WHERE r.sentAt < :limit")
    void deleteOlderThan(Instant limit);

    CanaryRun save(CanaryRun run);
}
