package clinic.daybreak.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.InParallel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The webhooks as their senders call them, on the running jar with demo data. */
class HookIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TIME = Long.toString(Instant.now().toEpochMilli());

    /** By which the sample of each sender is found again. */
    private static final Map<String, String> MARKS = Map.of(
            "contact-form-7", "solene@",
            "wpforms", "iris@",
            "gravity-forms", "ximena@",
            "elementor", "wren%40",
            "typeform", "mara@",
            "webflow", "odile@",
            "google-ads", "femi@",
            "meta", "4442",
            "generic", "noor@");

    private static RunningDaybreak daybreak;

    /** @param headers names and values in turn, the content type among them */
    private record Call(String sender, String body, String... headers) {}

    @BeforeAll
    static void start() throws Exception {
        daybreak = RunningDaybreak.fresh("hooks").with("DAYBREAK_DEMO", "true").start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (daybreak != null) {
            daybreak.close();
        }
    }

    @Test
    void every_sender_three_times_at_once_and_in_any_order_makes_one_submission_each() throws Exception {
        var calls = calls();

        var failures = InParallel.run(3 * calls.size(), number -> {
            var call = calls.get((number * 7) % calls.size());
            assertThat(deliver(call)).as(call.sender()).isEqualTo(200);
        });

        assertThat(failures).isEmpty();
        for (var call : calls) {
            Waiting.until(
                    PATIENCE,
                    () -> !states(call.sender()).contains("RECEIVED")
                            || call.sender().equals("meta"));
        }
        assertThat(calls.stream().collect(Collectors.toMap(Call::sender, call -> states(call.sender()))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "contact-form-7", List.of("PROCESSED"),
                        "wpforms", List.of("PROCESSED"),
                        "gravity-forms", List.of("PROCESSED"),
                        "elementor", List.of("PROCESSED"),
                        "typeform", List.of("PROCESSED"),
                        "webflow", List.of("PROCESSED"),
                        "google-ads", List.of("PROCESSED"),
                        "meta", List.of("RECEIVED"), // the demo has no token to ask for the answers
                        "generic", List.of("PROCESSED")));
        assertThat(daybreak.query("SELECT body FROM submission WHERE body LIKE '%demo-secret%'"))
                .isEmpty();
        assertThat(daybreak.output()).doesNotContain("demo-secret", "demo-wpforms", "@example.com");
    }

    private static List<Call> calls() throws GeneralSecurityException {
        var wpforms = "{\"entry_id\":\"812\",\"name\":\"Iris Vale\",\"email\":\"iris@example.com\"}";
        var typeform = """
                {"event_id":"01KB","event_type":"form_response","form_response":{"token":"a3a1","answers":[
                {"type":"email","email":"mara@example.com","field":{"id":"Sm1","type":"email","ref":"email"}}]}}""";
        var webflow = """
                {"triggerType":"form_submission","payload":{"id":"6321","data":{"First Name":"Odile",
                "email":"odile@example.com","Phone Number":16615550100}}}""";
        var meta = """
                {"object":"page","entry":[{"id":"1531","changes":[{"field":"leadgen","value":{"leadgen_id":"4442"}}]}]}""";
        return List.of(
                new Call(
                        "contact-form-7",
                        "{\"your-name\":\"Solène O'Dell\",\"your-email\":\"solene@example.com\",\"submission_id\":\"6d1f\"}",
                        "Content-Type",
                        JSON,
                        "X-Daybreak-Secret",
                        "demo-secret"),
                new Call(
                        "wpforms",
                        wpforms,
                        "Content-Type",
                        JSON,
                        "X-WPForms-Webhook-Signature",
                        "t=1795579200,v=" + hex(sign("1795579200." + wpforms))),
                new Call(
                        "gravity-forms",
                        "{\"id\":\"453\",\"form_id\":\"4\",\"1.3\":\"Ximena\",\"2\":\"ximena@example.com\"}",
                        "Content-Type",
                        JSON),
                new Call("elementor", "Name=Wren+Park&Email=wren%40example.com&form_id=3f2a1b", "Content-Type", FORM),
                new Call(
                        "typeform",
                        typeform,
                        "Content-Type",
                        JSON,
                        "Typeform-Signature",
                        "sha256=" + Base64.getEncoder().encodeToString(sign(typeform))),
                new Call(
                        "webflow",
                        webflow,
                        "Content-Type",
                        JSON,
                        "x-webflow-timestamp",
                        TIME,
                        "x-webflow-signature",
                        hex(sign(TIME + ":" + webflow))),
                new Call("google-ads", """
                        {"lead_id":"TeSter-1","google_key":"demo-secret","is_test":false,"user_column_data":[
                        {"column_id":"FULL_NAME","string_value":"Femi Cruz"},
                        {"column_id":"EMAIL","string_value":"femi@example.com"}]}""", "Content-Type", JSON),
                new Call("meta", meta, "Content-Type", JSON, "X-Hub-Signature-256", "sha256=" + hex(sign(meta))),
                new Call(
                        "generic",
                        "{\"full_name\":\"Noor Okoye\",\"email\":\"noor@example.com\",\"location\":\"phoenix\"}",
                        "Content-Type",
                        JSON));
    }

    @Test
    void a_multipart_form_is_stored_byte_for_byte_and_becomes_a_lead() throws Exception {
        var body = "--X\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nlena@example.com\r\n--X--\r\n";

        var answer = daybreak.post(
                "/hooks/demo-generic", body.getBytes(UTF_8), "Content-Type", "multipart/form-data; boundary=X");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"accepted\"}");
        assertThat(daybreak.query("SELECT body FROM submission WHERE content_type LIKE 'multipart/%'"))
                .containsExactly(body);
        Waiting.until(
                PATIENCE,
                () -> daybreak.query("SELECT state FROM submission WHERE content_type LIKE 'multipart/%'")
                        .equals(List.of("PROCESSED")));
    }

    @Test
    void nothing_that_is_sent_is_answered_with_a_server_error() throws Exception {
        var bodies = List.of(
                "".getBytes(UTF_8),
                "{".getBytes(UTF_8),
                ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8),
                IntStream.range(0, 10_000)
                        .mapToObj(number -> "f" + number + "=1")
                        .collect(Collectors.joining("&"))
                        .getBytes(UTF_8),
                "{\"message\":\"\\u0000\\ud83d\"}".getBytes(UTF_8),
                "{\"email\":\"a\",\"email\":\"b\"}".getBytes(UTF_8),
                new byte[] {0, (byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xFF},
                gzip("{\"email\":\"a@example.com\"}"));
        var types =
                List.of(JSON, FORM, "multipart/form-data", "multipart/form-data; boundary=Y", "x", "a/b; charset=none");

        for (var sender : List.of("contact-form-7", "gravity-forms", "elementor", "webflow", "generic")) {
            for (var body : bodies) {
                for (var type : types) {
                    var answer = daybreak.post(
                            "/hooks/demo-" + sender,
                            body,
                            "Content-Type",
                            type,
                            "Content-Encoding",
                            "gzip",
                            "Accept",
                            "x/y");
                    assertThat(answer.statusCode()).as(sender + " " + type).isEqualTo(200);
                }
            }
        }
        for (var sender : List.of("wpforms", "typeform", "google-ads", "meta")) {
            for (var body : bodies) {
                assertThat(daybreak.post("/hooks/demo-" + sender, body).statusCode())
                        .as(sender)
                        .isEqualTo(401);
            }
        }
        assertThat(daybreak.post("/hooks/demo-generic", new byte[256 * 1024 + 1])
                        .statusCode())
                .isEqualTo(413);
        assertThat(daybreak.post("/hooks/no-such-key", "{}".getBytes(UTF_8)).statusCode())
                .isEqualTo(404);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] sign(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("demo-secret".getBytes(UTF_8), "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static int deliver(Call call) {
        try {
            return daybreak.post("/hooks/demo-" + call.sender(), call.body().getBytes(UTF_8), call.headers())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what the samples made; the other tests send without an identity of these. */
    private static List<String> states(String sender) {
        try {
            return daybreak.query("""
                    SELECT s.state FROM submission s JOIN source o ON o.id = s.source_id
                    WHERE o.code = ? AND s.body LIKE ?
                    """, "demo-" + sender, "%" + MARKS.get(sender) + "%");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
