package clinic.daybreak.capture;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.installation.DataKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    SourceService(SourceRepository sources, SourceDirectory directory, DataKey key, Clock clock) {
        this.sources = sources;
        this.directory = directory;
        this.key = key;
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

    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public List<SourceDetails> list() {
        return sources.findAllByOrderByName().stream()
                .filter(Source::isActive)
                .map(Source::details)
                .toList();
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    @Transactional
    public SourceDetails open(NewSource form) {
        var id = SourceId.next();
        forgetAfterwards();
        var source = new Source(id, form, hash(form.key()), clock.instant());
        source.share(seal(id, form.secret()), seal(id, form.accessToken()));
        return sources.save(source).details();
    }

    /** Decides how the fields of a source are called; what waits in the inbox can be processed again then. */
    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    @Transactional
    public void map(SourceId id, FieldMapping mapping) {
        var source = find(id);
        source.map(mapping);
        forgetAfterwards();
        sources.save(source);
    }

    /** Every way in that is open, and those of earlier files, by name. */
    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public List<SourceDetails> listWithFiles() {
        return sources.findAllByOrderByName().stream()
                .filter(source -> source.isActive() || source.details().kind() == SourceKind.IMPORT)
                .map(Source::details)
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
        return sources.save(source).details();
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'MANAGER', 'SYSTEM')")
    @Transactional(readOnly = true)
    public SourceDetails get(SourceId id) {
        return find(id).details();
    }

    /** Nobody gets in with its key any more; what came by it stays. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void revoke(SourceId id) {
        var source = find(id);
        source.revoke(clock.instant());
        forgetAfterwards();
        sources.save(source);
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

    static byte[] hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
