package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ReconciliationRepository extends Repository<Reconciliation, UUID> {

    List<Reconciliation> findBySourceOrderByRanAtDesc(SourceId source, Limit limit);

    Reconciliation save(Reconciliation run);
}
