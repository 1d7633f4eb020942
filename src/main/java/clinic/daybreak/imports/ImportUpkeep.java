package clinic.daybreak.imports;

import clinic.daybreak.installation.DataFolder;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what the rows of a file say 30 days after its import ended; the submissions and the counts stay. What a crash
 * left of a file that was being read is removed after a day.
 */
@Component
class ImportUpkeep {

    static final Duration KEEP = Duration.ofDays(30);
    private static final Duration BEING_READ = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofHours(6);

    private final ImportRepository runs;
    private final ImportRows rows;
    private final DataFolder folder;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportUpkeep(
            ImportRepository runs, ImportRows rows, DataFolder folder, TransactionTemplate transactions, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.folder = folder;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> clearImports(ImportUpkeep upkeep) {
            return Tasks.recurring("clear-imports", FixedDelay.of(EVERY)).execute((task, context) -> upkeep.clear());
        }
    }

    void clear() {
        var now = clock.instant();
        transactions.executeWithoutResult(status -> {
            runs.findToClear(now.minus(KEEP)).forEach(run -> {
                rows.clear(run.id());
                run.cleared(now);
                runs.save(run);
            });
            runs.findHalfRead(now.minus(BEING_READ)).forEach(run -> {
                rows.delete(run.id());
                runs.deleteById(run.id().value());
            });
        });
        try (var left = Files.list(folder.folder("imports"))) {
            left.filter(file -> modified(file).isBefore(now.minus(BEING_READ))).forEach(ImportUpkeep::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
