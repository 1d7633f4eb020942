package clinic.daybreak.watch;

import clinic.daybreak.capture.KnownSubmission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What was stored, to be found again by what a sender's list says of it. */
final class KnownSubmissions {

    /** Clocks and zones of senders differ; the same person writing twice within a day is the same enquiry here. */
    private static final Duration NEAR = Duration.ofDays(1);

    private static final int PHONE_DIGITS = 10;

    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<Instant>> addresses = new HashMap<>();

    KnownSubmissions(List<KnownSubmission> known) {
        known.forEach(this::add);
    }

    private void add(KnownSubmission known) {
        var id = known.externalId();
        ids.add(id);
        ids.add(id.substring(id.lastIndexOf('/') + 1)); // site, form and number of an entry
        ids.add(id.split("/", 2)[0]); // hidden field and what was typed
        add(email(known.email()), known.at());
        add(phone(known.phone()), known.at());
    }

    private void add(String address, Instant at) {
        if (!address.isEmpty()) {
            addresses.computeIfAbsent(address, unknown -> new ArrayList<>(1)).add(at);
        }
    }

    boolean contains(ListedRow row) {
        return ids.contains(row.entry().externalId())
                || isNear(email(row.email()), row)
                || isNear(phone(row.phone()), row);
    }

    private boolean isNear(String address, ListedRow row) {
        var at = row.at();
        return addresses.getOrDefault(address, List.of()).stream()
                .anyMatch(
                        known -> at == null || Duration.between(known, at).abs().compareTo(NEAR) <= 0);
    }

    private static String email(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** Its last digits: a list may leave the country out. */
    private static String phone(String written) {
        var digits = written.replaceAll("\\D", "");
        return digits.length() < PHONE_DIGITS ? "" : "+" + digits.substring(digits.length() - PHONE_DIGITS);
    }
}
