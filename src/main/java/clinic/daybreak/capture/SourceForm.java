package clinic.daybreak.capture;

import clinic.daybreak.location.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides about a new way in; its key is made by Daybreak.
 *
 * @param code names it in addresses of screens: small letters, digits and hyphens
 * @param secret as its sender gave it; empty to have one made where the sender takes ours
 * @param accessToken with which its sender can be asked for more; empty for none
 * @param location where enquiries go that name no location; empty when they must name one
 */
public record SourceForm(
        SourceKind kind,
        String name,
        String code,
        String secret,
        String accessToken,
        @Nullable LocationId location) {

    private static final String CODE = "[a-z0-9][a-z0-9-]{1,58}";
    private static final int MAX_NAME = 120;

    public SourceForm {
        name = name.strip();
        code = code.strip();
        secret = secret.strip();
        accessToken = accessToken.strip();
    }

    public boolean isCodeSound() {
        return code.matches(CODE);
    }

    public boolean isNameSound() {
        return !name.isEmpty() && name.length() <= MAX_NAME;
    }
}
