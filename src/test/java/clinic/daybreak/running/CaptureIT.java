package clinic.daybreak.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.InParallel;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contact page and the API as outsiders meet them: by HTTP alone, on the running jar with demo data. Long, for
 * each answer of the contract and each kind of bad input has its case.
 */
class CaptureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEY = "demo-api-key";
    private static final String API = "/api/v1/submissions";

    private static RunningDaybreak daybreak;

    @BeforeAll
    static void start() throws Exception {
        daybreak = RunningDaybreak.fresh("capture")
                .with("DAYBREAK_DEMO", "true")
                .with("DAYBREAK_CONTACT_FRAME_ANCESTORS", "https://clinic.example")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (daybreak != null) {
            daybreak.close();
        }
    }

    @Test
    void ten_identical_forms_at_once_make_one_lead_ten_thanks_and_one_mail() throws Exception {
        var email = freshEmail();
        var form = form(email, Map.of("submission_id", UUID.randomUUID().toString()));

        var failures =
                InParallel.run(10, number -> assertThat(post(form).statusCode()).isEqualTo(303));

        assertThat(failures).isEmpty();
        awaitProcessed(email);
        assertThat(leads(email)).hasSize(1);
        Waiting.until(
                PATIENCE,
                () -> daybreak.query("SELECT state FROM message WHERE recipient = ?", email)
                        .equals(List.of("CAPTURED")));
    }

    @Test
    void a_form_without_an_id_is_a_repeat_within_fifteen_minutes_and_a_touch_when_it_says_something_else()
            throws Exception {
        var email = freshEmail();

        assertThat(post(form(email, Map.of())).statusCode()).isEqualTo(303);
        assertThat(post(form(email, Map.of())).statusCode()).isEqualTo(303);
        assertThat(post(form(email, Map.of("message", "One thing more"))).statusCode())
                .isEqualTo(303);

        awaitProcessed(email);
        assertThat(submissions(email)).hasSize(2);
        var lead = leads(email).getFirst();
        assertThat(leads(email)).hasSize(1);
        assertThat(daybreak.query("SELECT touches FROM leads WHERE id = ?", lead))
                .containsExactly("1");
        assertThat(daybreak.query("SELECT body FROM timeline_entry WHERE lead_id = ? AND kind = 'TOUCH'", lead))
                .containsExactly("One thing more");
    }

    @Test
    void the_api_answers_a_repeat_like_the_first_and_refuses_another_text_under_the_same_id() throws Exception {
        var id = UUID.randomUUID().toString();
        var email = freshEmail();
        var first = "{\"submission_id\":\"%s\",\"first_name\":\"Ann\",\"email\":\"%s\",\"message\":\"One\"}"
                .formatted(id, email);

        var answers = new ConcurrentLinkedQueue<HttpResponse<String>>();
        InParallel.run(50, number -> answers.add(daybreak.postJson(API, KEY, first)));
        var other = daybreak.postJson(API, KEY, first.replace("One", "Two"));

        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status == 202))
                .hasSize(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 202));
        assertThat(answers.stream().map(HttpResponse::body).collect(Collectors.toSet()))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"submission_id\":\"" + id + "\"", "\"status\":\"accepted\"");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        awaitProcessed(email);
        assertThat(leads(email)).hasSize(1);
    }

    @Test
    void the_idempotency_key_of_the_header_counts_as_well() throws Exception {
        var key = UUID.randomUUID().toString();
        var json = ("{\"first_name\":\"Ann\",\"email\":\"" + freshEmail() + "\"}").getBytes(UTF_8);
        var headers = new String[] {
            "Authorization", "Bearer " + KEY, "Content-Type", "application/json", "Idempotency-Key", key
        };

        assertThat(daybreak.post(API, json, headers).statusCode()).isEqualTo(202);
        var repeat = daybreak.post(API, json, headers);

        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.body()).contains(key);
    }

    @Test
    void the_page_is_light_asks_nobody_else_and_sets_no_cookie() throws Exception {
        var page = daybreak.get(daybreak.url("/contact?utm_source=news&utm_campaign=may&location=phoenix"));
        int bytes = page.body().getBytes(UTF_8).length;
        for (var part : List.of("/public.css", "/icon.svg", "/frame.js", "/embed.js")) {
            var answer = daybreak.get(daybreak.url(part));
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            bytes += answer.body().getBytes(UTF_8).length;
        }

        assertThat(bytes).isLessThan(60 * 1024);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("http://", "https://", "<script");
        assertThat(page.body())
                .contains("name=\"utm_source\" value=\"news\"", "name=\"utm_campaign\" value=\"may\"", "911", "988");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors https://clinic.example")
                        .doesNotContain("unsafe"));
        assertThat(daybreak.get(daybreak.url("/contact?lang=es")).body()).contains("lang=\"es\"", "Enviar");
    }

    @Test
    void campaign_page_and_referrer_of_a_message_are_kept_with_its_lead() throws Exception {
        var email = freshEmail();
        post(form(
                email,
                Map.of(
                        "utm_source",
                        "news",
                        "utm_campaign",
                        "may",
                        "page_url",
                        "https://clinic.example/contact",
                        "referrer",
                        "https://search.example/")));

        awaitProcessed(email);
        assertThat(daybreak.query(
                        "SELECT CONCAT(utm_source, ' ', utm_campaign, ' ', page_url, ' ', referrer) FROM lead_attribution"
                                + " WHERE lead_id = ?",
                        leads(email).getFirst()))
                .containsExactly("news may https://clinic.example/contact https://search.example/");
    }

    @Test
    void what_a_program_filled_in_is_thanked_for_and_kept_apart() throws Exception {
        var hidden = freshEmail();
        var quick = freshEmail();
        var forged = freshEmail();
        var stamp = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"")
                .matcher(daybreak.get(daybreak.url("/contact")).body());
        assertThat(stamp.find()).isTrue();

        post(form(hidden, Map.of("website", "https://spam.example")));
        post(form(quick, Map.of("stamp", stamp.group(1))));
        post(form(forged, Map.of("stamp", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA")));

        for (var email : List.of(hidden, quick, forged)) {
            Waiting.until(PATIENCE, () -> states(email).equals(List.of("QUARANTINED")));
            assertThat(leads(email)).isEmpty();
        }
    }

    static Stream<byte[]> hostileBodies() {
        var deep = "[".repeat(100_000);
        var keys = IntStream.range(0, 10_000)
                .mapToObj(number -> "\"k" + number + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
        return Stream.of(
                        "",
                        "{",
                        "null",
                        "[]",
                        "\"text\"",
                        "{\"first_name\":}",
                        "{\"a\":" + deep,
                        "{\"a\":{\"b\":" + deep + "]".repeat(100_000) + "}}",
                        keys,
                        "{\"first_name\":\"A\",\"first_name\":\"B\"}",
                        "{\"first_name\":\"" + "x".repeat(200_000) + "\"}")
                .map(text -> text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void a_hostile_body_gets_a_clear_answer_and_never_an_error_of_ours(byte[] body) throws Exception {
        var answer = daybreak.post(API, body, "Authorization", "Bearer " + KEY, "Content-Type", "application/json");

        assertThat(answer.statusCode()).isIn(202, 400, 413);
        assertThat(answer.body()).doesNotContain("Exception", "clinic.daybreak", "tools.jackson");
        assertThat(daybreak.post("/contact", body, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isIn(303, 400, 413, 422);
    }

    @Test
    void more_than_a_quarter_of_a_mebibyte_is_refused_with_413_everywhere() throws Exception {
        var body = ("{\"message\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);

        assertThat(daybreak.post(API, body, "Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(413);
        assertThat(daybreak.post("/contact", body, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(413);
        assertThat(daybreak.post("/hooks/demo-generic", body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void another_content_type_or_charset_is_refused_with_what_is_expected() throws Exception {
        var json = "{\"first_name\":\"Ann\"}".getBytes(UTF_8);
        for (var type : List.of("text/plain", "application/xml", "application/json; charset=ISO-8859-1", "nonsense")) {
            var answer = daybreak.post(API, json, "Authorization", "Bearer " + KEY, "Content-Type", type);
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(answer.body()).contains("application/json in UTF-8");
        }
    }

    @Test
    void a_bad_address_injected_headers_and_markup_never_reject_a_person_and_are_only_text() throws Exception {
        var marker = "M" + UUID.randomUUID();
        var nasty = "<img src=x onerror=alert(1)>\u202Eevil\u0000\uFEFF";
        var json = new LinkedHashMap<String, String>();
        json.put("first_name", marker + "\r\nBcc: everybody@example.com");
        json.put("last_name", nasty);
        json.put("email", "n/a\r\nCc: x@example.com");
        json.put("phone", "call me <b>now</b>");
        json.put("message", nasty + "\uD83D\uDE00");
        json.put("page_url", "javascript:alert(1)");
        json.put(nasty, nasty);

        var answer = daybreak.postJson(API, KEY, asJson(json));

        assertThat(answer.statusCode()).isEqualTo(202);
        Waiting.until(
                PATIENCE,
                () -> !daybreak.query("SELECT id FROM person WHERE first_name LIKE CONCAT(?, '%')", marker)
                        .isEmpty());
        var person = daybreak.query("SELECT id FROM person WHERE first_name LIKE CONCAT(?, '%')", marker)
                .getFirst();
        assertThat(daybreak.query("SELECT first_name FROM person WHERE id = ?", person)
                        .getFirst())
                .doesNotContain("\r", "\n");
        assertThat(daybreak.query("SELECT last_name FROM person WHERE id = ?", person)
                        .getFirst())
                .contains("<img src=x onerror=alert(1)>")
                .doesNotContain("\u0000", "\u202E");
        assertThat(daybreak.query("SELECT address FROM person_email WHERE person_id = ?", person))
                .containsExactly((String) null);
    }

    @Test
    void half_of_a_surrogate_pair_is_stored_as_something_that_can_be_shown() throws Exception {
        var email = freshEmail();
        var answer = daybreak.postJson(
                API, KEY, "{\"first_name\":\"Ann\",\"email\":\"" + email + "\",\"message\":\"half \\uD83D pair\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        awaitProcessed(email);
        assertThat(leads(email)).hasSize(1);
    }

    @Test
    void without_a_key_or_with_a_wrong_one_nothing_is_taken() throws Exception {
        var json = "{\"first_name\":\"Ann\"}".getBytes(UTF_8);

        var without = daybreak.post(API, json, "Content-Type", "application/json");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(daybreak.postJson(API, "demo-typeform", "{\"first_name\":\"Ann\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_flood_from_one_address_is_doubted_then_refused_while_another_address_is_served() throws Exception {
        var flooded = new ArrayList<Integer>();
        for (int i = 0; i < 1_000; i++) {
            flooded.add(fromAddress("203.0.113.7", freshEmail()).statusCode());
        }
        var refused = fromAddress("203.0.113.7", freshEmail());
        var email = freshEmail();
        var other = fromAddress("203.0.113.8", email);

        assertThat(new HashSet<>(flooded)).containsExactlyInAnyOrder(303, 429);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(refused.body()).contains("NOT received", "Please call me", "(661) 555-0100");
        assertThat(other.statusCode()).isEqualTo(303);
        awaitProcessed(email);
        assertThat(leads(email)).hasSize(1);
        assertThat(daybreak.query("SELECT COUNT(*) FROM submission WHERE state = 'QUARANTINED' AND suspicion LIKE"
                        + " 'There were very many messages%'"))
                .first()
                .satisfies(count -> assertThat(Integer.parseInt(count)).isPositive());
    }

    private HttpResponse<String> fromAddress(String address, String email) throws IOException, InterruptedException {
        return daybreak.post(
                "/contact",
                encoded(form(email, Map.of())).getBytes(UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Forwarded-For",
                address);
    }

    private static HttpResponse<String> post(Map<String, String> form) throws IOException, InterruptedException {
        return daybreak.postForm("/contact", form);
    }

    private static String freshEmail() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@example.com";
    }

    private static Map<String, String> form(String email, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "first_name",
                "Ann",
                "last_name",
                "Lee",
                "email",
                email,
                "location",
                "bakersfield",
                "relation",
                "self",
                "message",
                "Please call me"));
        form.putAll(more);
        return form;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String asJson(Map<String, String> values) {
        return JsonMapper.shared().writeValueAsString(values);
    }

    private static List<String> submissions(String email) throws Exception {
        var wire = URLEncoder.encode(email, UTF_8);
        return daybreak.query("SELECT id FROM submission WHERE INSTR(body, ?) > 0 OR INSTR(body, ?) > 0", email, wire);
    }

    private static List<String> states(String email) throws Exception {
        var wire = URLEncoder.encode(email, UTF_8);
        return daybreak.query(
                "SELECT state FROM submission WHERE INSTR(body, ?) > 0 OR INSTR(body, ?) > 0", email, wire);
    }

    private static void awaitProcessed(String email) throws Exception {
        Waiting.until(
                PATIENCE,
                () -> !states(email).isEmpty() && states(email).stream().allMatch(state -> state.equals("PROCESSED")));
    }

    private static List<String> leads(String email) throws Exception {
        return daybreak.query(
                "SELECT l.id FROM leads l JOIN person_email e ON e.person_id = l.person_id WHERE e.address = ?", email);
    }
}
