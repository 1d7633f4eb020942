package clinic.daybreak.installation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Keeps the registry of events moving: what a listener failed at is given to it again, what is done is forgotten. */
@Configuration(proxyBeanMethods = false)
class EventRegistryTasks {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration AGE_OF_FAILED = Duration.ofMinutes(1);
    private static final Duration AGE_OF_DONE = Duration.ofDays(7);

    @Bean
    RecurringTask<Void> resubmitEvents(IncompleteEventPublications incomplete, CompletedEventPublications completed) {
        return Tasks.recurring("resubmit-events", FixedDelay.of(EVERY)).execute((task, context) -> {
            incomplete.resubmitIncompletePublicationsOlderThan(AGE_OF_FAILED);
            completed.deletePublicationsOlderThan(AGE_OF_DONE);
        });
    }
}
