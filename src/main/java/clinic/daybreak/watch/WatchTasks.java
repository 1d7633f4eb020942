package clinic.daybreak.watch;

import clinic.daybreak.capture.IntakeWatch;
import clinic.daybreak.staff.SystemWork;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the intake looked at each minute, and lists compared each night, by one node of all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "daybreak.watch.enabled", matchIfMissing = true)
class WatchTasks {

    /** UTC: in the small hours from one coast to the other. */
    private static final LocalTime NIGHT = LocalTime.of(9, 30);

    @Bean
    RecurringTask<Void> watchSources(Watchdogs watchdogs, WatchProperties properties, SystemWork system) {
        return Tasks.recurring("watch-sources", FixedDelay.of(properties.every()))
                .execute((task, context) -> system.run(watchdogs::look));
    }

    @Bean
    RecurringTask<Void> reconcileLists(ReconcileFolder folder, IntakeWatch intake, SystemWork system) {
        return Tasks.recurring("reconcile-lists", Schedules.daily(ZoneOffset.UTC, NIGHT))
                .execute((task, context) -> system.run(() -> {
                    intake.forgetOld();
                    folder.takeAll();
                }));
    }

    @Bean
    RecurringTask<Void> proveSources(CanaryRound round, WatchProperties properties, SystemWork system) {
        return Tasks.recurring("prove-sources", FixedDelay.of(properties.every()))
                .execute((task, context) -> system.run(round::run));
    }
}
