package clinic.daybreak.watch;

import clinic.daybreak.capture.CanaryPass;
import clinic.daybreak.capture.HookSource;
import clinic.daybreak.capture.IntakeWatch;
import clinic.daybreak.capture.SourceKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the daily proofs over HTTP to the port of this node, as somebody outside would. */
@Component
class CanarySender {

    private static final Logger LOG = LoggerFactory.getLogger(CanarySender.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Canaries canaries;
    private final CanarySamples samples;
    private final CanaryPass pass;
    private final IntakeWatch intake;
    private final OwnAddress own;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    CanarySender(Canaries canaries, CanarySamples samples, CanaryPass pass, IntakeWatch intake, OwnAddress own) {
        this.canaries = canaries;
        this.samples = samples;
        this.pass = pass;
        this.intake = intake;
        this.own = own;
    }

    /** All that are due; nothing as long as this node serves no pages. */
    void sendDue() throws InterruptedException {
        var address = own.find();
        if (address.isEmpty()) {
            return;
        }
        for (var due : canaries.begin()) {
            var problem = send(due, address.get());
            if (problem.isPresent()) {
                LOG.warn("The daily proof of source {} failed: {}", due.source().value(), problem.get());
                canaries.failed(due.id(), problem.get());
            }
        }
    }

    /** What went wrong, in words for staff. */
    private Optional<String> send(Canaries.Due due, URI address) throws InterruptedException {
        try {
            var source = intake.open(due.source());
            if (source.isEmpty()) {
                return Optional.of("It was revoked meanwhile.");
            }
            var request = request(due, source.get(), address);
            var answer = http.send(
                    HttpRequest.newBuilder(address.resolve(request.path()))
                            .timeout(ANSWER)
                            .headers(headers(request, pass.make(due.source(), due.id())))
                            .POST(BodyPublishers.ofByteArray(request.body()))
                            .build(),
                    BodyHandlers.discarding());
            return answer.statusCode() == request.expected()
                    ? Optional.empty()
                    : Optional.of("It was answered with " + answer.statusCode() + ".");
        } catch (IOException e) {
            return Optional.of("Daybreak did not answer.");
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private CanaryRequest request(Canaries.Due due, HookSource source, URI address)
            throws IOException, InterruptedException {
        if (due.kind() != SourceKind.CONTACT_PAGE) {
            return samples.make(source, due.id());
        }
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(address.resolve(CanarySamples.CONTACT))
                        .timeout(ANSWER)
                        .build(),
                BodyHandlers.ofString());
        if (page.statusCode() != 200) {
            throw new IllegalStateException("The page was answered with " + page.statusCode() + ".");
        }
        return samples.contact(page.body());
    }

    private static String[] headers(CanaryRequest request, String shown) {
        var headers = new ArrayList<String>();
        request.headers().forEach((name, value) -> {
            headers.add(name);
            headers.add(value);
        });
        headers.add("Content-Type");
        headers.add(request.contentType());
        headers.add(CanaryPass.HEADER);
        headers.add(shown);
        return headers.toArray(String[]::new);
    }
}
