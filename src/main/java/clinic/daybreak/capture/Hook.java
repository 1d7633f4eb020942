package clinic.daybreak.capture;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A webhook call as it came in.
 *
 * @param headers by lower-case name
 * @param body at most {@link RawSubmission#MAX_BODY} bytes, untouched
 * @param secret what the source shares with its sender; empty when nothing was agreed
 * @param now for signatures that grow old
 */
public record Hook(Map<String, String> headers, String contentType, byte[] body, String secret, Instant now) {

    public Hook {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        Map.Entry::getValue,
                        (first, more) -> first));
    }

    /** Empty when the header is missing. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
