package clinic.daybreak.watch;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SourceAlertRepository extends Repository<SourceAlert, UUID> {

    List<SourceAlert> findByOpenAboutIsNotNullOrderBySince();

    SourceAlert save(SourceAlert alert);
}
