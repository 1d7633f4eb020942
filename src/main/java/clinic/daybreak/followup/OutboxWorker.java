package clinic.daybreak.followup;

import clinic.daybreak.staff.SystemWork;
import jakarta.mail.MessagingException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends what is due, on every node: claims a few, sends them outside any transaction, records each one. */
@Component
class OutboxWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int BATCH = 10;
    private static final long IDLE_MILLISECONDS = 1_000;
    private static final long PAUSE_AFTER_ERROR_MILLISECONDS = 5_000;

    private final ObjectProvider<OutboxDelivery> delivery;
    private final MailTransport transport;
    private final MailComposer composer;
    private final SystemWork system;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxWorker(
            ObjectProvider<OutboxDelivery> delivery,
            MailTransport transport,
            MailComposer composer,
            SystemWork system) {
        this.delivery = delivery;
        this.transport = transport;
        this.composer = composer;
        this.system = system;
    }

    /** There may be something to do; returns at once. */
    void wake() {
        work.release();
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

    /** Asked to stop, the background thread lets go of what it has not begun; whoever drains by a call is not hurried. */
    private boolean mustEnd() {
        return !running && Thread.currentThread().equals(thread);
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

    private void loop() {
        boolean recovered = false;
        while (running) {
            try {
                if (!recovered) {
                    system.run(() -> delivery.getObject().recoverOwn(transport.isRepeatable()));
                    recovered = true;
                }
                system.run(this::drain);
                if (work.tryAcquire(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The outbox could not be worked on; trying again soon", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_ERROR_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox").daemon().start(this::loop);
    }

    /** The message in hand is finished, for an interrupted one would have to be looked at by a human; the rest is given back. */
    @Override
    public void stop() {
        running = false;
        wake();
        try {
            if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
