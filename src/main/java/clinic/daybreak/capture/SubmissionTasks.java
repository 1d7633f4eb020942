package clinic.daybreak.capture;

import clinic.daybreak.staff.SystemWork;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background work on submissions; it survives a crash and is shared by all nodes. */
@Configuration(proxyBeanMethods = false)
class SubmissionTasks {

    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    @Bean
    OneTimeTask<Void> processSubmission(SubmissionProcessing processing, SystemWork system) {
        return Tasks.oneTime(SubmissionStore.PROCESS)
                .onDeadExecutionRevive()
                .onFailure(new MaxRetriesFailureHandler<>(
                        TRIES, new ExponentialBackoffFailureHandler<>(FIRST_PAUSE), (execution, operations) -> {
                            system.run(() -> processing.giveUp(
                                    id(execution.getExecution().taskInstance.getId())));
                            operations.stop();
                        }))
                .execute((task, context) -> system.run(() -> processing.process(id(task.getId()))));
    }

    private static SubmissionId id(String text) {
        return new SubmissionId(UUID.fromString(text));
    }
}
