package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import clinic.daybreak.base.Sha256;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The contact page. A message is thanked for only when it is on disk; otherwise the page says honestly that it was not
 * received and keeps what was typed.
 */
@RestController
class ContactController {

    private static final Logger LOG = LoggerFactory.getLogger(ContactController.class);
    private static final int MAX_ID = 100;
    private static final int MAX_KEPT = 500;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ContactPage page;
    private final LocationService locations;
    private final SourceService sources;
    private final SubmissionStore store;
    private final FloodGate gate;
    private final FormStamp stamp;
    private final SourceUse use;
    private final CanaryPass canaries;

    ContactController(
            ContactPage page,
            LocationService locations,
            SourceService sources,
            SubmissionStore store,
            FloodGate gate,
            FormStamp stamp,
            SourceUse use,
            CanaryPass canaries) {
        this.page = page;
        this.locations = locations;
        this.sources = sources;
        this.store = store;
        this.gate = gate;
        this.stamp = stamp;
        this.use = use;
        this.canaries = canaries;
    }

    @GetMapping("/contact")
    ResponseEntity<String> show(@RequestParam Map<String, String> query, HttpServletRequest request) {
        var typed = new LinkedHashMap<String, String>();
        query.forEach((name, value) -> {
            if (ContactPage.KEPT.contains(name) || name.equals("location") || name.equals("lang")) {
                typed.put(name, value.length() > MAX_KEPT ? value.substring(0, MAX_KEPT) : value);
            }
        });
        var referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer != null && referrer.length() <= MAX_KEPT) {
            typed.putIfAbsent("page_url", referrer);
        }
        typed.put("submission_id", Uuid7.next().toString());
        typed.put("stamp", stamp.make());
        return page.form(typed);
    }

    @PostMapping("/contact")
    ResponseEntity<String> submit(HttpServletRequest request) throws IOException {
        var read = Incoming.body(request);
        if (read.isEmpty()) {
            countRefusal();
            return notice(HttpStatus.CONTENT_TOO_LARGE, "too_large");
        }
        var body = read.get();
        if (request.getContentType() == null || !request.getContentType().startsWith(FORM)) {
            return notice(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported");
        }
        try {
            return accept(Fields.ofForm(body), body, request);
        } catch (Fields.UnreadableException e) {
            return notice(HttpStatus.BAD_REQUEST, "unsupported");
        }
    }

    private ResponseEntity<String> accept(Fields fields, byte[] body, HttpServletRequest request) {
        try {
            var errors = new ContactForm(fields, locations.list()).errors();
            if (!errors.isEmpty()) {
                return page.mistakes(fields.all(), errors);
            }
            var source = sources.contactPage().id();
            var canary = canaries.check(request).filter(proof -> proof.isFor(SourceKind.CONTACT_PAGE));
            if (canary.isPresent()) {
                store.store(RawSubmission.canary(canary.get(), FORM, Incoming.headers(request), body));
                return thank(fields);
            }
            var verdict = gate.fromAnybody(source, request);
            if (verdict == FloodGate.Verdict.TOO_MANY) {
                use.refused(source);
                return page.notReceived(fields.all(), HttpStatus.TOO_MANY_REQUESTS, "too_many");
            }
            var externalId = externalId(fields, body);
            store.store(new RawSubmission(
                    source,
                    externalId,
                    externalId == null ? Fingerprint.of(source, fields.all(), body) : null,
                    FORM,
                    Incoming.headers(request),
                    body,
                    SubmissionPurpose.ENQUIRY,
                    suspicion(fields, verdict).orElse(null)));
            return thank(fields);
        } catch (RuntimeException e) {
            LOG.error("A contact form could not be stored; its sender was told so ({})", Failures.kind(e));
            return page.notReceived(fields.all(), HttpStatus.SERVICE_UNAVAILABLE, "not_received");
        }
    }

    private void countRefusal() {
        try {
            use.refused(sources.contactPage().id());
        } catch (RuntimeException e) {
            LOG.warn("What was too large could not be counted ({})", Failures.kind(e));
        }
    }

    private static ResponseEntity<String> thank(Fields fields) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(thanks(fields))
                .build();
    }

    /** The field that nobody sees, the time it took, and how many came from there; each in words for staff. */
    private Optional<String> suspicion(Fields fields, FloodGate.Verdict verdict) {
        if (fields.isSet("website")) {
            return Optional.of("A field that people do not see was filled in.");
        }
        return stamp.suspicion(fields.get("stamp"))
                .or(() -> verdict == FloodGate.Verdict.DOUBTFUL ? Optional.of(FloodGate.DOUBT) : Optional.empty());
    }

    @GetMapping("/contact/thanks")
    ResponseEntity<String> thanks(@RequestParam Map<String, String> query) {
        return page.notice(
                HttpStatus.OK,
                Language.ofCode(query.getOrDefault("lang", "")),
                "thanks",
                query.getOrDefault("location", ""),
                query.containsKey("embed"));
    }

    /** Relative, for the clinics' proxy decides how the page is called outside. */
    private static URI thanks(Fields fields) {
        var address = UriComponentsBuilder.fromPath("/contact/thanks")
                .queryParam("lang", Language.ofCode(fields.get("lang")).code())
                .queryParam("location", "{location}");
        if (fields.isSet("embed")) {
            address.queryParam("embed", "1");
        }
        return address.build(fields.get("location"));
    }

    /**
     * The hidden field of the page and what was typed: pressing twice is one submission, going back and writing something
     * else is another. A form without the field, made by somebody else, is told from a repeat by its fingerprint.
     */
    private static @Nullable String externalId(Fields fields, byte[] body) {
        var id = fields.get("submission_id");
        return id.isEmpty() || id.length() > MAX_ID
                ? null
                : id + "/" + HexFormat.of().formatHex(Sha256.of(body), 0, 8);
    }

    private ResponseEntity<String> notice(HttpStatus status, String key) {
        return page.notice(status, Language.EN, key, "", false);
    }
}
