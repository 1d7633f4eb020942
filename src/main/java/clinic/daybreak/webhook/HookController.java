package clinic.daybreak.webhook;

import clinic.daybreak.base.Failures;
import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.CanaryPass;
import clinic.daybreak.capture.Fingerprint;
import clinic.daybreak.capture.FloodGate;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.HookSource;
import clinic.daybreak.capture.Incoming;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.Problems;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SourceUse;
import clinic.daybreak.capture.SubmissionPurpose;
import clinic.daybreak.capture.SubmissionStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Webhooks of other people's forms and advertisements (DOMAIN 7, ingest contract). Exactly 200 once all that a call carries
 * is stored, also when it had been before and when it cannot be understood: most senders send once, or count anything else
 * as a failure to show their visitor. The key in the address is the secret: it stands in no log line and no answer.
 */
@RestController
class HookController {

    static final Problems PROBLEMS = new Problems("/hooks");
    private static final Logger LOG = LoggerFactory.getLogger(HookController.class);
    private static final String[] KEPT = {"X-WPForms-Webhook-Id"};

    private final Map<SourceKind, SenderFormat> formats = new EnumMap<>(SourceKind.class);
    private final SourceService sources;
    private final SubmissionStore store;
    private final FloodGate gate;
    private final SourceUse use;
    private final CanaryPass canaries;
    private final Clock clock;

    HookController(
            List<SenderFormat> formats,
            SourceService sources,
            SubmissionStore store,
            FloodGate gate,
            SourceUse use,
            CanaryPass canaries,
            Clock clock) {
        formats.forEach(format -> this.formats.put(format.kind(), format));
        this.sources = sources;
        this.store = store;
        this.gate = gate;
        this.use = use;
        this.canaries = canaries;
        this.clock = clock;
    }

    @PostMapping("/hooks/{key}")
    ResponseEntity<Object> receive(@PathVariable String key, HttpServletRequest request) throws IOException {
        var body = Incoming.body(request);
        try {
            var canary = canaries.check(request);
            return canary.map(CanaryPass.Admitted::source)
                    .or(() -> sources.findByKey(key))
                    .filter(source -> formats.containsKey(source.source().kind()))
                    .map(source -> answer(source, canary.orElse(null), request, body))
                    .orElseGet(() -> body.isEmpty() ? PROBLEMS.tooLarge() : nothingHere());
        } catch (RuntimeException e) {
            LOG.error("A webhook call could not be stored; its sender was told so ({})", Failures.kind(e));
            return PROBLEMS.notReceived();
        }
    }

    private ResponseEntity<Object> answer(
            HookSource source,
            CanaryPass.@Nullable Admitted canary,
            HttpServletRequest request,
            Optional<byte[]> body) {
        var answer = body.isEmpty() ? PROBLEMS.tooLarge() : accept(source, canary, request, body.get());
        if (canary == null && answer.getStatusCode().is4xxClientError()) {
            use.refused(source.source().id());
        }
        return answer;
    }

    static ResponseEntity<Object> nothingHere() {
        return PROBLEMS.of(HttpStatus.NOT_FOUND, "There is no webhook with this key.");
    }

    private ResponseEntity<Object> accept(
            HookSource source, CanaryPass.@Nullable Admitted canary, HttpServletRequest request, byte[] body) {
        var format = Objects.requireNonNull(formats.get(source.source().kind()));
        var hook = new Hook(headers(request), type(request), body, source.secret(), clock.instant());
        List<Arrival> arrivals;
        try {
            arrivals = format.receive(hook);
        } catch (NotGenuineException e) {
            LOG.warn(
                    "A webhook call for source {} was refused: {}",
                    source.source().id(),
                    e.getMessage());
            return PROBLEMS.of(HttpStatus.UNAUTHORIZED, String.valueOf(e.getMessage()));
        }
        var headers = Incoming.headers(request, KEPT);
        if (canary != null) {
            arrivals.forEach(arrival ->
                    store.store(RawSubmission.canary(canary, arrival.contentType(), headers, arrival.body())));
            return thank(format);
        }
        if (gate.fromSource(source.source().id()) == FloodGate.Verdict.TOO_MANY) {
            return PROBLEMS.tooMany();
        }
        for (var arrival : arrivals) {
            store(source, format, arrival, headers);
        }
        return thank(format);
    }

    private void store(HookSource source, SenderFormat format, Arrival arrival, String headers) {
        var details = source.source();
        var receipt = store.store(new RawSubmission(
                details.id(),
                arrival.externalId(),
                arrival.externalId() == null
                        ? Fingerprint.of(details, format, arrival.contentType(), arrival.body())
                        : null,
                arrival.contentType(),
                headers,
                arrival.body(),
                arrival.isTest() ? SubmissionPurpose.TEST : SubmissionPurpose.ENQUIRY,
                null));
        if (receipt.isRepeat() && !receipt.isSameBody()) {
            LOG.warn(
                    "Source {} sent submission {} again with another body; the first counts",
                    details.id(),
                    receipt.id());
        }
    }

    /** Google takes nothing but an empty object for a success. */
    private static ResponseEntity<Object> thank(SenderFormat format) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(format.kind() == SourceKind.GOOGLE_ADS ? Map.of() : Map.of("status", "accepted"));
    }

    private static String type(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "");
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, request::getHeader));
    }
}
