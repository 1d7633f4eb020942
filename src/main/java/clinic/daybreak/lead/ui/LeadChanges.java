package clinic.daybreak.lead.ui;

import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.base.ui.LiveUpdates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets open screens know of every committed change; they read again what they show. Not a transactional event listener,
 * for those are kept in the event registry, and a missed redraw need not be made up for after a restart.
 */
@Component
class LeadChanges {

    private final LiveUpdates live;

    LeadChanges(LiveUpdates live) {
        this.live = live;
    }

    @EventListener
    void on(AuditableEvent event) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            AfterCommit.run(live::announce);
        }
    }
}
