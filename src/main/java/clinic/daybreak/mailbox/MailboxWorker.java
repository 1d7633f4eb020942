package clinic.daybreak.mailbox;

import clinic.daybreak.base.BackgroundWork;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks into each mailbox once a minute, on whichever node comes first, and compares notifications with what arrived. */
@Component
class MailboxWorker extends BackgroundWork {

    /** A mail in hand when it stops is stored or not; the next start finds out. */
    private static final Rhythm RHYTHM =
            new Rhythm(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final MailboxRepository mailboxes;
    private final MailboxProgress progress;
    private final MailboxCheck check;
    private final Notices notices;
    private final SourceService sources;
    private final SystemWork system;
    private final ApplicationEventPublisher events;
    private final Set<SourceId> asked = ConcurrentHashMap.newKeySet();

    MailboxWorker(
            MailboxRepository mailboxes,
            MailboxProgress progress,
            MailboxCheck check,
            Notices notices,
            SourceService sources,
            SystemWork system,
            ApplicationEventPublisher events) {
        super("mailboxes", 1, RHYTHM);
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
        wake();
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

    @Override
    protected void round() {
        lookIntoAll();
    }
}
