package clinic.daybreak.webhook;

import clinic.daybreak.base.Failures;
import clinic.daybreak.capture.HookSource;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Meta asks once, when a webhook is set up, whether this address wants it; the verify token is the secret. */
@RestController
class MetaHandshake {

    private static final Logger LOG = LoggerFactory.getLogger(MetaHandshake.class);
    private static final String CHALLENGE = "[\\w.-]{1,200}";

    private final SourceService sources;

    MetaHandshake(SourceService sources) {
        this.sources = sources;
    }

    @GetMapping("/hooks/{key}")
    ResponseEntity<Object> answer(@PathVariable String key, HttpServletRequest request) {
        try {
            return sources.findByKey(key)
                    .filter(source -> source.source().kind() == SourceKind.META)
                    .map(source -> answer(source, request))
                    .orElseGet(HookController::nothingHere);
        } catch (RuntimeException e) {
            LOG.error("A webhook could not be confirmed; its sender was told so ({})", Failures.kind(e));
            return HookController.PROBLEMS.notReceived();
        }
    }

    private static ResponseEntity<Object> answer(HookSource source, HttpServletRequest request) {
        var challenge = parameter(request, "hub.challenge");
        boolean wanted = parameter(request, "hub.mode").equals("subscribe")
                && !source.secret().isEmpty()
                && Hmac.isSame(parameter(request, "hub.verify_token"), source.secret())
                && challenge.matches(CHALLENGE);
        return wanted
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge)
                : HookController.PROBLEMS.of(
                        HttpStatus.FORBIDDEN, "The verify token is not the secret of this source.");
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
