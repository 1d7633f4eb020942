package clinic.daybreak.base;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what no page answered: a plain page for people, problem details (RFC 9457) for the interfaces. An unexpected
 * failure is named by a number; nothing else of it leaves the house.
 */
@RestController
class ErrorPages implements ErrorController {

    private final PublicPages pages;

    ErrorPages(PublicPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> show(HttpServletRequest request) {
        var status = status(request);
        var reference = reference(request, status);
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("/api/") || path.startsWith("/hooks/")
                ? problem(status, reference)
                : page(status, reference);
    }

    /** Addresses of the public surface that lead nowhere; without this the staff application would answer them. */
    @RequestMapping({"/contact/**", "/api/**", "/hooks/**", "/u/**", "/p/**", "/r/**"})
    ResponseEntity<Object> missing(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                        || request.getRequestURI().startsWith("/hooks/")
                ? problem(HttpStatus.NOT_FOUND, "")
                : page(HttpStatus.NOT_FOUND, "");
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String reference(HttpServletRequest request, HttpStatus status) {
        return status.is5xxServerError()
                        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                ? Failures.log(cause)
                : "";
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String reference) {
        var detail = ProblemDetail.forStatus(status);
        if (!reference.isEmpty()) {
            detail.setDetail("Something went wrong here. Name this number when you ask: " + reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ResponseEntity<Object> page(HttpStatus status, String reference) {
        var texts = pages.texts("error", Locale.ENGLISH);
        var model = new LinkedHashMap<String, Object>();
        var kind = status.is5xxServerError() ? "failed" : "missing";
        model.put("title", texts.getOrDefault(kind + "_title", ""));
        model.put("text", texts.getOrDefault(kind, ""));
        model.put("reference", reference);
        return PublicPages.html(status).body(pages.render("error", Locale.ENGLISH, model));
    }
}
