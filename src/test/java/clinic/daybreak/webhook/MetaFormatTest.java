package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.bytes;
import static clinic.daybreak.webhook.WebhookFixtures.hook;
import static clinic.daybreak.webhook.WebhookFixtures.json;
import static clinic.daybreak.webhook.WebhookFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import clinic.daybreak.capture.Arrival;
import clinic.daybreak.capture.Fields.UnreadableException;
import clinic.daybreak.capture.HookSource;
import clinic.daybreak.capture.LookUpFailedException;
import clinic.daybreak.capture.NotGenuineException;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceKind;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaFormatTest {

    private static final String HEADER = "X-Hub-Signature-256";
    private static final String CHANGE = """
            {"field":"leadgen","value":{"leadgen_id":"4442","page_id":"1531","form_id":"1231","ad_id":"9",\
            "adgroup_id":"9","created_time":1795579200}}""";
    private static final String SAMPLE =
            "{\"object\":\"page\",\"entry\":[{\"id\":\"1531\",\"time\":1795579200,\"changes\":[" + CHANGE + "]}]}";
    private static final String SIGNED = "32ae1ff091289463e2814d86c6427b61c0a60bc0ae7f969c5ad69a72e6592f4b";
    private static final String LEAD = """
            {"created_time":"2026-11-25T02:00:00+0000","id":"4442","field_data":[\
            {"name":"full_name","values":["Dara Cruz"]},{"name":"email","values":["dara@example.com"]},\
            {"name":"phone_number","values":["+16025550123"]},{"name":"best_days","values":["Mon","Tue"]}]}""";

    private final List<String> asked = new ArrayList<>();
    private HttpServer graph;
    private MetaFormat format;
    private int status = 200;
    private String lead = LEAD;

    @BeforeEach
    void startGraph() throws IOException {
        graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        graph.createContext("/", call -> {
            asked.add(call.getRequestURI() + " " + call.getRequestHeaders().getFirst("Authorization"));
            var body = bytes(lead);
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        graph.start();
        format = WebhookFixtures.meta(
                URI.create("http://127.0.0.1:" + graph.getAddress().getPort() + "/v23.0"));
    }

    @AfterEach
    void stopGraph() {
        graph.stop(0);
    }

    @Test
    void each_lead_of_a_call_is_a_submission_and_other_news_is_not() {
        var arrivals = format.receive(json(SAMPLE, HEADER, "sha256=" + SIGNED));
        var both = signed("{\"entry\":[{\"changes\":[" + CHANGE + ",{\"field\":\"feed\",\"value\":{}}]},{\"changes\":["
                + CHANGE.replace("4442", "4443") + "]},{\"id\":\"1\"}]}");

        assertThat(arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.externalId()).isEqualTo("4442");
            assertThat(text(arrival.body())).isEqualTo(CHANGE);
        });
        assertThat(both).extracting(Arrival::externalId).containsExactly("4442", "4443");
        assertThat(signed("{\"entry\":[{\"changes\":[{\"field\":\"feed\"}]}]}")).isEmpty();
    }

    @Test
    void a_thousand_leads_in_one_call_are_a_thousand_submissions() {
        var changes = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            changes.add(CHANGE.replace("4442", Integer.toString(10_000 + i)));
        }

        assertThat(signed("{\"entry\":[{\"changes\":[" + String.join(",", changes) + "]}]}"))
                .extracting(Arrival::externalId)
                .hasSize(1_000)
                .doesNotHaveDuplicates();
    }

    private List<Arrival> signed(String body) {
        return format.receive(json(body, HEADER, "sha256=" + Hmac.hex(Hmac.sha256("demo-secret", bytes(body)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", SIGNED, "sha256=32ae1ff0", "sha1=" + SIGNED, "sha256=" + SIGNED + "00"})
    void a_missing_cut_or_foreign_signature_is_refused(String signature) {
        assertThatThrownBy(() -> format.receive(json(SAMPLE, HEADER, signature)))
                .isInstanceOf(NotGenuineException.class);
    }

    @Test
    void without_an_agreed_secret_nothing_is_taken() {
        assertThatThrownBy(() -> format.receive(hook(JSON, SAMPLE, "", HEADER, "sha256=" + SIGNED)))
                .isInstanceOf(NotGenuineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"entry\":1}", "{\"entry\":[{\"changes\":[{\"field\":\"leadgen\"}]}]}"})
    void what_is_signed_but_cannot_be_understood_is_kept_for_a_human(String body) {
        assertThat(signed(body)).singleElement().extracting(Arrival::externalId).isNull();
    }

    @Test
    void the_answers_are_asked_for_with_the_token_and_read() {
        var fetched = format.lookUp(bytes(CHANGE), source("token-1")).orElseThrow();

        assertThat(asked).containsExactly("/v23.0/4442?fields=created_time,field_data Bearer token-1");
        assertThat(format.answers(JSON, fetched))
                .containsExactly(
                        entry("full_name", "Dara Cruz"),
                        entry("email", "dara@example.com"),
                        entry("phone_number", "+16025550123"),
                        entry("best_days", "Mon, Tue"),
                        entry("created_time", "2026-11-25T02:00:00+0000"));
        assertThat(format.fixedNames()).contains(entry("phone_number", "phone"), entry("created_time", "submitted_at"));
    }

    @Test
    void without_a_token_staff_are_told_what_to_do_and_nobody_is_asked() {
        assertThatThrownBy(() -> format.lookUp(bytes(CHANGE), source("")))
                .isInstanceOf(LookUpFailedException.class)
                .hasMessageContaining("no access token");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"error\":{\"code\":190}}', access token",
        "302, '', access token",
        "500, '', could not be reached",
        "200, '<html>', cannot be read",
        "200, '{\"id\":\"4442\"}', may lack the right"
    })
    void what_meta_does_not_give_out_is_said_in_words(int answer, String body, String words) {
        status = answer;
        lead = body;

        assertThatThrownBy(() -> format.lookUp(bytes(CHANGE), source("token-1")))
                .isInstanceOf(LookUpFailedException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("token-1");
    }

    @Test
    void when_meta_cannot_be_reached_it_is_said_in_words() {
        graph.stop(0);

        assertThatThrownBy(() -> format.lookUp(bytes(CHANGE), source("token-1")))
                .isInstanceOf(LookUpFailedException.class)
                .hasMessageContaining("could not be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "4442/x", "4442?a=b", "", "-1", "44.2"})
    void only_a_number_is_asked_for(String id) {
        assertThat(format.lookUp(bytes(CHANGE.replace("4442", id)), source("token-1")))
                .isEmpty();
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> format.answers(JSON, bytes(CHANGE.replace("4442", id))))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void the_sample_brings_its_answers_and_nobody_is_asked() {
        var arrival = format.receive(format.sample("demo-secret", "0190-a")).getFirst();

        assertThat(format.lookUp(arrival.body(), source("token-1"))).isEmpty();
        assertThat(format.answers(arrival.contentType(), arrival.body()))
                .contains(entry("full_name", "Daybreak Test"), entry("email", "canary@daybreak.invalid"));
        assertThat(asked).isEmpty();
    }

    private static HookSource source(String token) {
        var details = new SourceDetails(
                new SourceId(UUID.randomUUID()), "meta", "Meta lead ads", SourceKind.META, null, null, null);
        return new HookSource(details, "demo-secret", token);
    }
}
