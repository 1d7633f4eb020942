package clinic.daybreak.watch;

import java.util.Map;

/**
 * A request as a sender would make it.
 *
 * @param path on this server
 * @param expected the status that a sender takes for a success
 */
record CanaryRequest(String path, String contentType, Map<String, String> headers, byte[] body, int expected) {}
