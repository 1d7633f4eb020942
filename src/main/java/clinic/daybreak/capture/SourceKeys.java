package clinic.daybreak.capture;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.installation.Installation;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens ways in and changes what their senders show. Keys and secrets are made here: 192 random bits each. */
@Service
@PreAuthorize("hasRole('ADMIN')")
@Transactional
public class SourceKeys {

    private static final int RANDOM_BYTES = 24;

    private final SourceService sources;
    private final Installation installation;
    private final SecureRandom random = new SecureRandom();

    SourceKeys(SourceService sources, Installation installation) {
        this.sources = sources;
        this.installation = installation;
    }

    public FreshAccess open(SourceForm form) {
        if (!form.isNameSound()) {
            throw new RefusedException("Give the way in a name of at most 120 characters.");
        }
        if (!form.isCodeSound()) {
            throw new RefusedException("A code is 2 to 59 small letters, digits and hyphens, such as website-form.");
        }
        requireKey(form.kind());
        requireTheirs(form.kind(), form.secret());
        var key = fresh();
        var made = made(form.kind(), form.secret());
        var source = sources.open(new NewSource(
                form.code(),
                form.name(),
                form.kind(),
                key,
                form.secret().isEmpty() ? made : form.secret(),
                form.accessToken(),
                form.location()));
        return new FreshAccess(source, shown(source, key), made);
    }

    /** The key there was lets nobody in any more. */
    public FreshAccess changeKey(SourceId id) {
        var key = fresh();
        var source = sources.changeKey(id, key);
        return new FreshAccess(source, shown(source, key), "");
    }

    /**
     * Agrees on another secret with its sender.
     *
     * @param typed as the sender gave it; empty to have one made where the sender takes ours, and for none otherwise
     * @param accessToken empty to keep the one there is
     */
    public FreshAccess changeSecret(SourceId id, String typed, String accessToken) {
        var kind = sources.get(id).kind();
        if (kind.secret() == SourceKind.Secret.NONE) {
            throw new RefusedException("Senders of this kind use no secret. Change the key instead.");
        }
        requireTheirs(kind, typed.strip());
        var made = made(kind, typed.strip());
        var source = sources.share(id, made.isEmpty() ? typed.strip() : made, accessToken.strip());
        return new FreshAccess(source, "", made);
    }

    private static void requireKey(SourceKind kind) {
        if (!kind.hasKey()) {
            throw new RefusedException("A way in of this kind is not opened here. Choose another kind.");
        }
    }

    /** Meta always signs with the secret of its app; without it nothing would be taken. */
    private static void requireTheirs(SourceKind kind, String secret) {
        if (kind == SourceKind.META && secret.isEmpty()) {
            throw new RefusedException("Meta signs with the app secret of your app. Enter it as the secret.");
        }
    }

    private String made(SourceKind kind, String typed) {
        return typed.isEmpty() && kind.secret() == SourceKind.Secret.OURS ? fresh() : "";
    }

    private String shown(SourceDetails source, String key) {
        return source.kind().isHook() ? installation.publicUrl() + "/hooks/" + key : key;
    }

    private String fresh() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
