package clinic.daybreak.capture;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.Sha256;
import clinic.daybreak.installation.DataKey;
import clinic.daybreak.installation.Installation;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.staff.CurrentStaff;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The configured ways in, found by what their senders show, and kept by administrators. */
@Service
public class SourceService {

    private static final String CONTACT_PAGE = "contact-page";

    private final SourceRepository sources;
    private final SourceDirectory directory;
    private final DataKey key;
    private final Installation installation;
    private final CurrentStaff current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SourceService(
            SourceRepository sources,
            SourceDirectory directory,
            DataKey key,
            Installation installation,
            CurrentStaff current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sources = sources;
        this.directory = directory;
        this.key = key;
        this.installation = installation;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** The clinics' own page; it is there from the first migration on. */
    public SourceDetails contactPage() {
        return directory.findByCode(CONTACT_PAGE).map(HookSource::source).orElseThrow();
    }

    /**
     * The source of an interface by the key that was shown; looked up by hash, so that neither the database nor the time of
     * the comparison gives the key away. Known also while the database is away.
     */
    public Optional<HookSource> findByKey(String shown) {
        return directory.findByKey(shown);
    }

    /** The active ones that serve a location of the one who asks, or all of them, by name. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public List<SourceDetails> list() {
        return sources.findAllByOrderByName().stream()
                .filter(Source::isActive)
                .map(Source::details)
                .filter(this::isVisible)
                .toList();
    }

    /** One of {@link #list}. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public SourceDetails get(SourceId id) {
        return Optional.of(find(id).details())
                .filter(this::isVisible)
                .orElseThrow(() -> new RecordMissingException("Source"));
    }

    private boolean isVisible(SourceDetails source) {
        return source.location() == null || current.scope().contains(source.location());
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    @Transactional
    public SourceDetails open(NewSource form) {
        requireNoDemo(form.code());
        requireNoDemo(form.key());
        var id = SourceId.next();
        var source = new Source(id, form, Sha256.of(form.key()), clock.instant());
        source.share(seal(id, form.secret()), seal(id, form.accessToken()));
        try {
            return save(source, "Way in opened");
        } catch (DataIntegrityViolationException e) {
            throw new RefusedException(
                    "The code " + form.code() + " is taken, perhaps by a way in that was revoked. Choose another.", e);
        }
    }

    /** What everybody knows opens nothing where real people write (PRODUCT, demo mode). */
    private void requireNoDemo(String text) {
        if (text.startsWith("demo-") && !installation.mayHoldDemo()) {
            throw new RefusedException("What begins with demo- is kept for demo mode. Choose another code.");
        }
    }

    /** Decides how the fields of a source are called; what waits in the inbox can be processed again then. */
    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    @Transactional
    public void map(SourceId id, FieldMapping mapping) {
        var source = findActive(id);
        source.map(mapping);
        save(source, "Fields mapped");
    }

    /** Where enquiries go from now on that name no location; null when they must name one. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void send(SourceId id, @Nullable LocationId usual) {
        var source = findActive(id);
        source.send(usual);
        save(source, "Location of way in changed");
    }

    /** Every way in that is open, and those of earlier files, by name. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public List<SourceDetails> listWithFiles() {
        return sources.findAllByOrderByName().stream()
                .filter(source -> source.isActive() || source.details().kind() == SourceKind.IMPORT)
                .map(Source::details)
                .filter(this::isVisible)
                .toList();
    }

    /** The source of a file's rows. It is no door: nobody has its key, and it is closed from the start. */
    @PreAuthorize("hasRole('SYSTEM')")
    @Transactional
    public SourceDetails openForFile(String code, String name) {
        var nobodys = new byte[32];
        new SecureRandom().nextBytes(nobodys);
        var source = new Source(
                SourceId.next(),
                new NewSource(code, name, SourceKind.IMPORT, "", "", "", null),
                nobodys,
                clock.instant());
        source.revoke(clock.instant());
        return save(source, "Source of a file opened");
    }

    /** Nobody gets in with its key any more; what came by it stays. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void revoke(SourceId id) {
        var source = findWithKey(id);
        source.revoke(clock.instant());
        save(source, "Way in revoked");
    }

    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    SourceDetails changeKey(SourceId id, String fresh) {
        var source = findWithKey(id);
        source.changeKey(Sha256.of(fresh));
        return save(source, "Key of way in changed");
    }

    /** @param accessToken empty to keep the one there is */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    SourceDetails share(SourceId id, String secret, String accessToken) {
        var source = findWithKey(id);
        source.share(
                seal(id, secret), accessToken.isEmpty() ? source.accessToken().orElse(null) : seal(id, accessToken));
        return save(source, "Secret of way in changed");
    }

    private SourceDetails save(Source source, String action) {
        forgetAfterwards();
        var saved = sources.saveAndFlush(source).details();
        events.publishEvent(new SourceChanged(saved.id(), action, saved.code()));
        return saved;
    }

    private Source findWithKey(SourceId id) {
        var source = findActive(id);
        if (source.keyHash().isEmpty()) {
            throw new RefusedException("This way in belongs to Daybreak itself and has no key.");
        }
        return source;
    }

    private Source findActive(SourceId id) {
        var source = find(id);
        if (!source.isActive()) {
            throw new RefusedException("This way in was revoked meanwhile.");
        }
        return source;
    }

    private Source find(SourceId id) {
        return sources.findById(id).orElseThrow(() -> new RecordMissingException("Source"));
    }

    private byte @Nullable [] seal(SourceId id, String secret) {
        return secret.isEmpty() ? null : key.encrypt(secret, id.value().toString());
    }

    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                directory.forget();
            }
        });
    }
}
