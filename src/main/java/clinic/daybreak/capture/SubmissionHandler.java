package clinic.daybreak.capture;

import clinic.daybreak.base.Failures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submissions from the clinics' own scripts and websites. Errors are problem details (RFC 9457). Called by a plain
 * servlet, for the handler mappings, converters and events of Spring MVC cost more than everything that is done here.
 */
@Component
class SubmissionHandler implements HttpRequestHandler {

    static final String PATH = "/api/v1/submissions";

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionHandler.class);
    private static final Problems PROBLEMS = new Problems(PATH);
    private static final String JSON = "application/json";
    private static final String BEARER = "Bearer ";

    private final SourceService sources;
    private final SubmissionStore store;
    private final FloodGate gate;
    private final SourceUse use;
    private final CanaryPass canaries;
    private final JsonMapper json;

    SubmissionHandler(
            SourceService sources,
            SubmissionStore store,
            FloodGate gate,
            SourceUse use,
            CanaryPass canaries,
            JsonMapper json) {
        this.sources = sources;
        this.store = store;
        this.gate = gate;
        this.use = use;
        this.canaries = canaries;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            write(answer(request), response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            write(PROBLEMS.of(HttpStatus.METHOD_NOT_ALLOWED, "Send a submission by POST."), response);
        }
    }

    private ResponseEntity<Object> answer(HttpServletRequest request) throws IOException {
        try {
            return accept(request);
        } catch (RuntimeException e) {
            LOG.error("A submission could not be stored; its sender was told so ({})", Failures.kind(e));
            return PROBLEMS.notReceived();
        }
    }

    /** As JSON, whatever the sender says it accepts. */
    private void write(ResponseEntity<Object> answer, HttpServletResponse response) throws IOException {
        var body = json.writeValueAsBytes(answer.getBody());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private ResponseEntity<Object> accept(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > RawSubmission.MAX_BODY) {
            return PROBLEMS.tooLarge();
        }
        var canary = canaries.check(request).filter(proof -> proof.isFor(SourceKind.API));
        var source = canary.map(CanaryPass.Admitted::source)
                .or(() -> bearer(request).flatMap(sources::findByKey))
                .map(HookSource::source)
                .filter(found -> found.kind() == SourceKind.API)
                .map(SourceDetails::id);
        if (source.isEmpty()) {
            return PROBLEMS.keyMissing();
        }
        var answer = take(source.get(), canary.orElse(null), request);
        if (canary.isEmpty() && answer.getStatusCode().is4xxClientError()) {
            use.refused(source.get());
        }
        return answer;
    }

    private ResponseEntity<Object> take(
            SourceId source, CanaryPass.@Nullable Admitted canary, HttpServletRequest request) throws IOException {
        if (!isJson(request)) {
            return PROBLEMS.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
        }
        if (canary == null && gate.fromSource(source) == FloodGate.Verdict.TOO_MANY) {
            return PROBLEMS.tooMany();
        }
        var body = Incoming.body(request);
        if (body.isEmpty()) {
            return PROBLEMS.tooLarge();
        }
        try {
            return store(source, canary, body.get(), request);
        } catch (Fields.UnreadableException e) {
            return PROBLEMS.of(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private ResponseEntity<Object> store(
            SourceId source, CanaryPass.@Nullable Admitted canary, byte[] body, HttpServletRequest request) {
        var fields = Fields.ofJson(body);
        var given = givenId(fields, request);
        if (given.length() > RawSubmission.MAX_EXTERNAL_ID) {
            return PROBLEMS.of(HttpStatus.BAD_REQUEST, "submission_id is longer than 200 characters.");
        }
        var headers = Incoming.headers(request);
        var receipt = store.store(
                canary != null
                        ? RawSubmission.canary(canary, JSON, headers, body)
                        : new RawSubmission(
                                source,
                                given.isEmpty() ? null : given,
                                given.isEmpty() ? Fingerprint.of(source, fields.all(), body) : null,
                                JSON,
                                headers,
                                body,
                                SubmissionPurpose.ENQUIRY,
                                null));
        if (!receipt.isSameBody()) {
            return PROBLEMS.of(
                    HttpStatus.CONFLICT,
                    "This submission_id was used for a submission with another content, which was accepted. Send the new"
                            + " content with an id of its own.");
        }
        return ResponseEntity.status(receipt.isRepeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("submission_id", given.isEmpty() ? receipt.id().toString() : given, "status", "accepted"));
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(header.substring(BEARER.length()).strip());
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            var type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            return type.isCompatibleWith(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null
                            || Fields.isUtf8(type.getCharset().name()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String givenId(Fields fields, HttpServletRequest request) {
        var header = request.getHeader("Idempotency-Key");
        return fields.isSet("submission_id") || header == null ? fields.get("submission_id") : header.strip();
    }
}
