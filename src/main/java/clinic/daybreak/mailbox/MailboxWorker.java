package clinic.daybreak.mailbox;

import clinic.daybreak.base.Failures;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.SystemWork;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into each mailbox once a minute, on whichever node comes first, and compares notifications with what arrived. */
@Component
class MailboxWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxWorker.class);
    private static final long IDLE_SECONDS = 5;

    private final MailboxRepository mailboxes;
    private final MailboxProgress progress;
    private final MailboxCheck check;
    private final Notices notices;
    private final SourceService sources;
    private final SystemWork system;
    private final ApplicationEventPublisher events;
    private final Semaphore work = new Semaphore(0);
    private final Set<SourceId> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private @Nullable Thread thread;

    MailboxWorker(
            MailboxRepository mailboxes,
            MailboxProgress progress,
            MailboxCheck check,
            Notices notices,
            SourceService sources,
            SystemWork system,
            ApplicationEventPublisher events) {
        this.mailboxes = mailboxes;
        this.progress = progress;
        this.check = check;
        this.notices = notices;
        this.sources = sources;
        this.system = system;
        this.events = events;
    }

    /** Somebody waits for the result; returns at once. */
    void ask(SourceId mailbox) {
        asked.add(mailbox);
        work.release();
    }

    /** All that is due; what breaks at one mailbox is told there and does not keep the others. */
    void lookIntoAll() {
        for (var mailbox : progress.findDue()) {
            if (isWayIn(mailbox)) {
                lookInto(mailbox);
            }
        }
        system.run(notices::compare);
    }

    /** The way in can be revoked like any other; nothing comes by it any more then. */
    private boolean isWayIn(SourceId id) {
        return system.run(
                () -> sources.list().stream().anyMatch(source -> source.id().equals(id)));
    }

    private void lookInto(SourceId id) {
        var place = progress.claim(id);
        var mailbox = mailboxes.findById(id).filter(Mailbox::isOpen);
        if (place.isEmpty() || mailbox.isEmpty()) {
            return;
        }
        var before = progress.problem(id);
        Optional<String> problem = Optional.empty();
        int taken = 0;
        try {
            var outcome = check.run(mailbox.get(), place.get());
            problem = outcome.problem();
            taken = outcome.taken();
        } finally {
            progress.release(id, problem.orElse(null));
        }
        if (asked.remove(id) || taken > 0 || !problem.equals(before)) {
            events.publishEvent(new MailboxChecked(id));
        }
    }

    private void loop() {
        while (running) {
            try {
                lookIntoAll();
            } catch (RuntimeException e) {
                LOG.warn("Mailboxes could not be looked into; trying again soon ({})", Failures.kind(e));
            }
            try {
                if (work.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("mailboxes").daemon().start(this::loop);
    }

    /** A mail in hand is stored or not; the next start finds out. */
    @Override
    public void stop() {
        running = false;
        work.release();
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
