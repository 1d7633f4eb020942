package clinic.daybreak.crisis;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CrisisFlagRepository extends Repository<CrisisFlag, UUID> {

    CrisisFlag save(CrisisFlag flag);

    @Query("SELECT f FROM CrisisFlag f WHERE f.lead.value IN :leads AND f.clearedAt IS NULL ORDER BY f.raisedAt")
    List<CrisisFlag> findOpen(Collection<UUID> leads);
}
