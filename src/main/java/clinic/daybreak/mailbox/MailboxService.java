package clinic.daybreak.mailbox;

import clinic.daybreak.base.AfterCommit;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.NewSource;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.installation.DataKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mailboxes that are read for enquiries; kept by administrators, looked at by managers as well. */
@Service
@Transactional
public class MailboxService {

    private static final Set<SourceKind> NO_WEBSITE =
            Set.of(SourceKind.MAILBOX, SourceKind.CONTACT_PAGE, SourceKind.IMPORT);
    private static final Duration FIGURES = Duration.ofDays(7);
    private static final int MAX_NAME = 120;
    private static final int MAX_PASSWORD = 500;
    private static final int KEY_BYTES = 32;

    private final MailboxRepository mailboxes;
    private final MailboxProgress progress;
    private final MailboxWorker worker;
    private final SourceService sources;
    private final DataKey key;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailboxService(
            MailboxRepository mailboxes,
            MailboxProgress progress,
            MailboxWorker worker,
            SourceService sources,
            DataKey key,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.progress = progress;
        this.worker = worker;
        this.sources = sources;
        this.key = key;
        this.events = events;
        this.clock = clock;
    }

    /** By name. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public List<MailboxDetails> list() {
        var known = sources.list().stream().collect(Collectors.toMap(SourceDetails::id, Function.identity()));
        return mailboxes.findByClosedAtIsNull().stream()
                .flatMap(mailbox -> Optional.ofNullable(known.get(mailbox.id())).stream()
                        .map(source -> details(mailbox, source, known)))
                .sorted(Comparator.comparing(MailboxDetails::name))
                .toList();
    }

    private MailboxDetails details(Mailbox mailbox, SourceDetails source, Map<SourceId, SourceDetails> known) {
        var since = clock.instant().minus(FIGURES);
        return new MailboxDetails(
                mailbox.id(),
                source.name(),
                mailbox.settings(),
                source.location(),
                mailbox.notifies()
                        .map(website -> Optional.ofNullable(known.get(website))
                                .map(SourceDetails::name)
                                .orElse("a source that was revoked"))
                        .orElse(""),
                mailbox.lastCheckedAt().orElse(null),
                mailbox.problem(),
                progress.countNotices(mailbox.id(), "SEEN", since),
                progress.countNotices(mailbox.id(), "MISSING", since));
    }

    /** The sources whose notifications a mailbox may carry. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public List<SourceDetails> listWebsites() {
        return sources.list().stream()
                .filter(source -> !NO_WEBSITE.contains(source.kind()))
                .toList();
    }

    /** Mail that was there before is not read. */
    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    public SourceId open(NewMailbox form) {
        Mailbox.check(form.settings());
        require(
                !form.name().isBlank() && form.name().strip().length() <= MAX_NAME,
                "Enter a name of at most 120 characters.");
        require(isPassword(form.password()), "Enter the password of the mailbox; at most 500 characters.");
        require(
                form.notifies() == null
                        || listWebsites().stream()
                                .anyMatch(website -> website.id().equals(form.notifies())),
                "That website is no source any more. Choose another one.");
        var secret = freshKey();
        var source = sources.open(new NewSource(
                "mailbox-" + secret.substring(0, 16),
                form.name().strip(),
                SourceKind.MAILBOX,
                secret,
                "",
                "",
                form.location()));
        mailboxes.saveAndFlush(new Mailbox(
                source.id(), form.settings(), seal(source.id(), form.password()), form.notifies(), clock.instant()));
        tell(source.id(), "Mailbox opened");
        return source.id();
    }

    /**
     * Name and location are changed as of any source.
     *
     * @param password empty for the one that is kept already
     */
    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    public void change(SourceId id, MailboxSettings settings, String password) {
        require(password.isEmpty() || isPassword(password), "A password has at most 500 characters.");
        var mailbox = find(id);
        boolean isElsewhere = mailbox.change(settings, password.isEmpty() ? null : seal(id, password));
        mailboxes.saveAndFlush(mailbox);
        if (isElsewhere) {
            progress.restart(id);
        }
        tell(id, "Mailbox changed");
    }

    /** It is read no more; what came from it stays, and so does what is in it. */
    @PreAuthorize("hasRole('ADMIN')")
    public void close(SourceId id) {
        var mailbox = find(id);
        mailbox.close(clock.instant());
        mailboxes.saveAndFlush(mailbox);
        sources.revoke(id);
        events.publishEvent(new MailboxChanged(id, "Mailbox closed"));
    }

    /** Has it looked into at once; the result is told by {@link MailboxChecked}. */
    @PreAuthorize("hasRole('ADMIN')")
    public void checkNow(SourceId id) {
        find(id);
        checkSoon(id);
    }

    private void tell(SourceId id, String action) {
        events.publishEvent(new MailboxChanged(id, action));
        checkSoon(id);
    }

    private void checkSoon(SourceId id) {
        progress.makeDue(id);
        AfterCommit.run(() -> worker.ask(id));
    }

    private Mailbox find(SourceId id) {
        return mailboxes.findById(id).filter(Mailbox::isOpen).orElseThrow(() -> new RecordMissingException("Mailbox"));
    }

    private static boolean isPassword(@Nullable String text) {
        return text != null && !text.isEmpty() && text.length() <= MAX_PASSWORD;
    }

    private static void require(boolean isTrue, String otherwise) {
        if (!isTrue) {
            throw new RefusedException(otherwise);
        }
    }

    private byte[] seal(SourceId id, String password) {
        return key.encrypt(password, id.value().toString());
    }

    /** Nobody shows it: mail is fetched. It only keeps the door for webhooks shut. */
    private String freshKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
