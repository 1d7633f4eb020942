package clinic.daybreak.followup;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Lets a feature above have everything that is due sent now, on its own thread. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
public class MailDelivery {

    private final OutboxWorker worker;

    MailDelivery(OutboxWorker worker) {
        this.worker = worker;
    }

    public void sendDue() {
        worker.drain();
    }
}
