package clinic.daybreak.followup;

import clinic.daybreak.base.BackgroundWork;
import clinic.daybreak.staff.SystemWork;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends what is due, on every node: claims a few, sends them outside any transaction, records each one. */
@Component
class OutboxWorker extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int BATCH = 10;
    /** A stop waits for the message in hand, for an interrupted one would have to be looked at by a human. */
    private static final Rhythm RHYTHM =
            new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final ObjectProvider<OutboxDelivery> delivery;
    private final MailTransport transport;
    private final MailComposer composer;
    private final SystemWork system;
    private boolean recovered;

    OutboxWorker(
            ObjectProvider<OutboxDelivery> delivery,
            MailTransport transport,
            MailComposer composer,
            SystemWork system) {
        super("outbox", 1, RHYTHM);
        this.delivery = delivery;
        this.transport = transport;
        this.composer = composer;
        this.system = system;
    }

    /** Sends until nothing is due any more. */
    void drain() {
        delivery.getObject().recover(transport.isRepeatable());
        while (!mustEnd()) {
            var batch = delivery.getObject().claim(BATCH);
            if (batch.isEmpty()) {
                return;
            }
            batch.forEach(this::sendAlone);
        }
    }

    /** What breaks here concerns one message: its state is unknown, and its lease will tell; the others go on. */
    private void sendAlone(OutboxDelivery.Claimed claimed) {
        try {
            if (mustEnd()) {
                delivery.getObject().release(claimed.envelope().id());
            } else {
                send(claimed);
            }
        } catch (RuntimeException e) {
            LOG.error("Message {} broke the sender", claimed.envelope().id(), e);
        }
    }

    private void send(OutboxDelivery.Claimed claimed) {
        var id = claimed.envelope().id();
        String answer;
        try {
            var mail = composer.compose(transport.session(), claimed.envelope(), claimed.text(), claimed.senderName());
            answer = transport.send(mail, id);
        } catch (MessagingException | MailException e) {
            var failure = MailFailure.of(e);
            LOG.warn("Message {} was not taken: {}", id, failure.reason());
            delivery.getObject().recordFailure(id, failure);
            return;
        }
        delivery.getObject().recordSent(id, transport.success(), answer);
    }

    @Override
    protected void round() {
        if (!recovered) {
            system.run(() -> delivery.getObject().recoverOwn(transport.isRepeatable()));
            recovered = true;
        }
        system.run(this::drain);
    }
}
