package clinic.daybreak.lead.ui;

import clinic.daybreak.base.AuditableEvent;
import clinic.daybreak.base.ui.LiveUpdates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets open screens know of every committed change; they read again what they show. */
@Component
class LeadChanges {

    private final LiveUpdates live;

    LeadChanges(LiveUpdates live) {
        this.live = live;
    }

    @TransactionalEventListener
    void on(AuditableEvent event) {
        live.announce();
    }
}
