package clinic.daybreak.lead;

import clinic.daybreak.base.Failures;
import clinic.daybreak.staff.SystemWork;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has leads looked after every few seconds, by one node of all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "daybreak.lead.watch", matchIfMissing = true)
class LeadWatchTasks {

    private static final Logger LOG = LoggerFactory.getLogger(LeadWatchTasks.class);

    /** In one round; what is left comes with the next, so that the task never looks as if it hung. */
    private static final int MOST = 1_000;

    @Bean
    RecurringTask<Void> watchLeads(LeadWatch watch, LeadProperties properties, SystemWork system) {
        return Tasks.recurring("watch-leads", FixedDelay.of(properties.every()))
                .execute((task, context) -> system.run(() -> watch.listDue(MOST).forEach(lead -> look(watch, lead))));
    }

    /** One that cannot be looked after now does not stand in the way of the others; it is due again with the next round. */
    private static void look(LeadWatch watch, LeadId lead) {
        try {
            watch.look(lead);
        } catch (RuntimeException e) {
            LOG.warn("Lead {} could not be looked after; trying again soon ({})", lead, Failures.kind(e));
        }
    }
}
