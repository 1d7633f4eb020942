package clinic.daybreak.capture;

import clinic.daybreak.location.LocationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission that was opened.
 *
 * @param given what its sender said, by the sender's names in its order
 * @param fields the same by our names, as far as they are known
 * @param raw what came, byte for byte as text
 * @param location where it most likely belongs; empty when nothing says so
 * @param isOpen whether it can still become a lead
 */
public record InboxItem(
        InboxEntry entry,
        Map<String, String> given,
        Map<String, String> fields,
        String raw,
        @Nullable LocationId location,
        boolean isOpen) {}
