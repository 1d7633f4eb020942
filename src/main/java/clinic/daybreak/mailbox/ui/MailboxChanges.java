package clinic.daybreak.mailbox.ui;

import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.mailbox.MailboxChecked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets open screens show what a look into a mailbox found. */
@Component
class MailboxChanges {

    private final LiveUpdates live;

    MailboxChanges(LiveUpdates live) {
        this.live = live;
    }

    @EventListener
    void on(MailboxChecked event) {
        live.announce();
    }
}
