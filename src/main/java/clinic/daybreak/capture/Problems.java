package clinic.daybreak.capture;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * What a program that hands something in is told when it was not taken: problem details (RFC 9457).
 *
 * @param place the address that was called, without anything secret; Spring would otherwise repeat the whole of it
 */
public record Problems(String place) {

    public ResponseEntity<Object> of(HttpStatus status, String detail) {
        return build(status, detail, new HttpHeaders());
    }

    public ResponseEntity<Object> tooLarge() {
        return of(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 256 KiB.");
    }

    /** Nothing of it is kept; it may be sent again after a minute. */
    public ResponseEntity<Object> notReceived() {
        return later(HttpStatus.SERVICE_UNAVAILABLE, "The submission was not received. Send it again later.");
    }

    /** Nothing of it is kept; it may be sent again after a minute. */
    public ResponseEntity<Object> tooMany() {
        return later(HttpStatus.TOO_MANY_REQUESTS, "Too many submissions at once. Send it again later.");
    }

    private ResponseEntity<Object> later(HttpStatus status, String detail) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "60");
        return build(status, detail, headers);
    }

    ResponseEntity<Object> keyMissing() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return build(HttpStatus.UNAUTHORIZED, "Send a valid key as \"Authorization: Bearer KEY\".", headers);
    }

    private ResponseEntity<Object> build(HttpStatus status, String detail, HttpHeaders headers) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(place));
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
