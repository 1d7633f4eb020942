package clinic.daybreak.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what the rows of a file say 30 days after its import ended; the submissions and the counts stay. */
@Configuration(proxyBeanMethods = false)
class ImportUpkeep {

    static final Duration KEEP = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> clearImports(
            ImportRepository runs, ImportRows rows, TransactionTemplate transactions, Clock clock) {
        return Tasks.recurring("clear-imports", FixedDelay.of(EVERY)).execute((task, context) -> {
            transactions.executeWithoutResult(status -> clear(runs, rows, clock));
        });
    }

    static void clear(ImportRepository runs, ImportRows rows, Clock clock) {
        for (var run : runs.findToClear(clock.instant().minus(KEEP))) {
            rows.clear(run.id());
            run.cleared(clock.instant());
            runs.save(run);
        }
    }
}
