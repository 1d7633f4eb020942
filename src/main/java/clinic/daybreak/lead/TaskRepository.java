package clinic.daybreak.lead;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<LeadTask, TaskId> {

    Optional<LeadTask> findById(TaskId id);

    LeadTask saveAndFlush(LeadTask task);
}
