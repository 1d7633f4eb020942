package clinic.daybreak.capture;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The few headers of a delivery that help to understand it later, and give nobody away: no address, no key, no cookie. */
public final class SenderHeaders {

    private static final List<String> KEPT =
            List.of("User-Agent", "Accept-Language", "Referer", "Origin", "X-Request-Id");

    private SenderHeaders() {}

    /** One a line. */
    public static String of(HttpServletRequest request) {
        var kept = new StringBuilder();
        for (var name : KEPT) {
            var value = request.getHeader(name);
            if (value != null) {
                kept.append(name)
                        .append(": ")
                        .append(value.replaceAll("\\p{Cntrl}", " "))
                        .append('\n');
            }
        }
        return kept.toString();
    }
}
