package clinic.daybreak.webhook;

import clinic.daybreak.capture.LookUpFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks Meta for the answers of a lead. The token goes as a header, for addresses end up in logs. */
@Component
class MetaGraph implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String AGAIN = " Then process it again.";

    private final MetaProperties properties;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    MetaGraph(MetaProperties properties) {
        this.properties = properties;
    }

    /**
     * @param leadgenId digits only
     * @throws LookUpFailedException when Meta does not give them out, or not within five seconds
     */
    byte[] lead(String leadgenId, String accessToken) {
        if (accessToken.isEmpty()) {
            throw new LookUpFailedException(
                    "Meta keeps the answers of this lead, and this source has no access token to"
                            + " ask for them. Give the source its access token." + AGAIN);
        }
        var address = URI.create(properties.graphUrl() + "/" + leadgenId + "?fields=created_time,field_data");
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", Samples.JSON)
                .build();
        var answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            var response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() == 200) {
                return response.body();
            }
            throw response.statusCode() >= 500 ? silent() : refused(response.statusCode());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw silent();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException ? silent() : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw silent();
        }
    }

    private static LookUpFailedException silent() {
        return new LookUpFailedException("Meta keeps the answers of this lead and could not be reached to ask for them."
                + " Wait until it can be reached." + AGAIN);
    }

    private static LookUpFailedException refused(int status) {
        return new LookUpFailedException("Meta does not give out the answers of this lead (it answered " + status
                + "). The access token of this source may have run out, or lack the right to read leads: renew it."
                + AGAIN);
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
