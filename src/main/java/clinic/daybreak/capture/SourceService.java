package clinic.daybreak.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The configured ways in, found by what their senders show. */
@Service
public class SourceService {

    private static final String CONTACT_PAGE = "contact-page";

    private final SourceRepository sources;

    SourceService(SourceRepository sources) {
        this.sources = sources;
    }

    /** The clinics' own page; it is there from the first migration on. */
    @Transactional(readOnly = true)
    public SourceDetails contactPage() {
        return sources.findByCodeAndActiveTrue(CONTACT_PAGE)
                .map(Source::details)
                .orElseThrow();
    }

    /** Looked up by hash, so that neither the database nor the time of the comparison gives the key away. */
    @Transactional(readOnly = true)
    Optional<SourceDetails> findByKey(String key) {
        return sources.findByKeyHashAndActiveTrue(hash(key)).map(Source::details);
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    @Transactional
    public SourceDetails open(NewSource form) {
        return sources.save(new Source(form, hash(form.key()))).details();
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
