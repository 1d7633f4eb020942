package clinic.daybreak.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is taken of a request that hands something in: all of its body, and a few headers. */
public final class Incoming {

    private static final List<String> KEPT =
            List.of("User-Agent", "Accept-Language", "Referer", "Origin", "X-Request-Id");

    private Incoming() {}

    /** As it came; empty when it is larger than {@link RawSubmission#MAX_BODY}. */
    public static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > RawSubmission.MAX_BODY) {
            return Optional.empty();
        }
        var body = request.getInputStream().readNBytes(RawSubmission.MAX_BODY + 1);
        return body.length > RawSubmission.MAX_BODY ? Optional.empty() : Optional.of(body);
    }

    /**
     * The headers that help to understand it later, one a line; only those on the list, for others hold keys.
     *
     * @param more names of further harmless ones
     */
    public static String headers(HttpServletRequest request, String... more) {
        return Stream.concat(KEPT.stream(), Stream.of(more))
                .filter(name -> request.getHeader(name) != null)
                .map(name -> name + ": " + request.getHeader(name).replaceAll("\\p{Cntrl}", " ") + "\n")
                .collect(Collectors.joining());
    }
}
