package clinic.daybreak.webhook;

import static clinic.daybreak.webhook.WebhookFixtures.FORM;
import static clinic.daybreak.webhook.WebhookFixtures.JSON;
import static clinic.daybreak.webhook.WebhookFixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.FieldMapping;
import clinic.daybreak.capture.Hook;
import clinic.daybreak.capture.NewSource;
import clinic.daybreak.capture.RawSubmission;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SubmissionStore;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Long, for everything that can become of a call stands here. */
@IntegrationTest
class HookControllerTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    List<SenderFormat> formats;

    @Autowired
    SourceService sources;

    @Autowired
    SubmissionStore store;

    @Autowired
    LocationService locations;

    @Autowired
    SystemWork system;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;
    private LocationDetails clinic;
    private final String key = "key-" + Uuid7.next();
    private final String secret = "secret-" + Uuid7.next();
    private final String email = PersonFixtures.freshEmail();

    @BeforeEach
    void start() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        clinic = LocationFixtures.opened(system, locations);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONTACT_PAGE", "API", "MAILBOX", "IMPORT"})
    void ten_deliveries_at_once_are_stored_once_and_all_answered_with_200(SourceKind kind) {
        var source = open(kind);
        var sample = format(kind).sample(secret, Uuid7.next().toString());

        var failures = InParallel.run(10, number -> {
            var answer = send(sample);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(text(answer)).isEqualTo(kind == SourceKind.GOOGLE_ADS ? "{}" : "{\"status\":\"accepted\"}");
        });

        assertThat(failures).isEmpty();
        assertThat(states(source)).hasSize(1);
        await().untilAsserted(() -> assertThat(states(source)).doesNotContain("RECEIVED"));
        assertThat(states(source)).containsExactly(kind == SourceKind.GRAVITY_FORMS ? "NEEDS_HUMAN" : "PROCESSED");
    }

    @Test
    void a_delivery_becomes_a_lead_with_every_answer_in_it() {
        var source = open(SourceKind.CONTACT_FORM_7);
        deliver(JSON, """
                {"your-name":"Solène O'Dell","your-email":"%s","your-message":"Please\\u0000 call","days":["Mon","Tue"],
                 "_wpcf7":"5"}""".formatted(email));

        await().untilAsserted(() -> assertThat(states(source)).containsExactly("PROCESSED"));
        assertThat(jdbc.sql("""
                                SELECT CONCAT_WS('|', p.full_name, l.source, t.body) FROM submission s
                                JOIN leads l ON l.id = s.lead_id JOIN person p ON p.id = l.person_id
                                JOIN timeline_entry t ON t.lead_id = l.id AND t.kind = 'ENQUIRY' WHERE s.source_id = ?
                                """).param(source.id().value()).query(String.class).single())
                .isEqualTo("Solène O'Dell|Website|Please call\n\ndays: Mon, Tue");
    }

    @Test
    void what_came_by_a_source_that_was_revoked_meanwhile_is_processed_all_the_same() {
        var source = open(SourceKind.GENERIC);
        jdbc.sql("UPDATE source SET active = FALSE WHERE id = ?")
                .param(source.id().value())
                .update();

        store.store(RawSubmission.named(
                source.id(), "rec-77", JSON, "", bytes("{\"full_name\":\"Noor Okoye\",\"email\":\"" + email + "\"}")));

        await().untilAsserted(() -> assertThat(states(source)).containsExactly("PROCESSED"));
        await().untilAsserted(() -> assertThat(deliver(JSON, "{}").getStatus()).isEqualTo(404));
    }

    @Test
    void without_an_identity_the_same_words_within_fifteen_minutes_are_one_submission_and_others_are_not() {
        var source = open(SourceKind.ELEMENTOR);
        var form = "Name=Wren&Email=" + email + "&Message=Hello";

        deliver(FORM, form);
        deliver(FORM, form + "&form_id=2");
        deliver(FORM, form + "+again");
        assertThat(states(source)).hasSize(2);

        clock.asAt(clock.instant().plus(Duration.ofMinutes(16)), () -> deliver(FORM, form));
        assertThat(states(source)).hasSize(3);
    }

    @Test
    void two_texts_under_a_label_that_nobody_knows_are_two_submissions() {
        var source = open(SourceKind.ELEMENTOR);

        deliver(FORM, "Email=" + email + "&Dein+Anliegen=one");
        deliver(FORM, "Email=" + email + "&Dein+Anliegen=two");

        assertThat(states(source)).hasSize(2);
    }

    @Test
    void the_google_key_is_nowhere_in_the_database() {
        var source = open(SourceKind.GOOGLE_ADS);
        send(format(SourceKind.GOOGLE_ADS).sample(secret, Uuid7.next().toString()));
        await().untilAsserted(() -> assertThat(states(source)).containsExactly("PROCESSED"));

        assertThat(columnsWith("canary@daybreak.invalid")).contains("submission.body");
        assertThat(columnsWith(secret)).isEmpty();
        assertThat(columnsWith(key)).isEmpty();
    }

    private List<String> columnsWith(String text) {
        var columns = jdbc.sql("""
                        SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                        WHERE table_schema = DATABASE()
                        AND (data_type LIKE '%char' OR data_type LIKE '%text' OR data_type LIKE '%blob')
                        """).query(String.class).list();
        return columns.stream()
                .filter(column -> {
                    var parts = column.split("\\.");
                    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM `" + parts[0] + "` WHERE LOCATE(?, `" + parts[1]
                                    + "`) > 0)")
                            .param(text)
                            .query(Boolean.class)
                            .single();
                })
                .toList();
    }

    @Test
    void secrets_in_headers_are_not_kept_and_harmless_ones_are() throws Exception {
        var source = open(SourceKind.CONTACT_FORM_7);
        var answer = http.perform(post("/hooks/" + key)
                        .contentType(JSON)
                        .header("X-Daybreak-Secret", secret)
                        .header("User-Agent", "WordPress/6")
                        .header("Accept", "text/html")
                        .content("{\"your-email\":\"" + email + "\"}"))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT headers FROM submission WHERE source_id = ?")
                        .param(source.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("User-Agent: WordPress/6\n");
    }

    @Test
    void a_test_is_stored_and_never_a_lead() {
        var source = open(SourceKind.GOOGLE_ADS);
        deliver(JSON, """
                {"lead_id":"TeSter-1","is_test":true,"google_key":"%s",
                 "user_column_data":[{"column_id":"EMAIL","string_value":"%s"}]}""".formatted(secret, email));

        await().untilAsserted(() -> assertThat(states(source)).containsExactly("DISMISSED"));
    }

    @Test
    void what_was_not_sent_yet_is_answered_with_200_and_not_stored() {
        var source = open(SourceKind.TYPEFORM, "");

        var answer = deliver(JSON, "{\"event_type\":\"form_response_partial\",\"form_response\":{\"token\":\"a\"}}");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(states(source)).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_answered_with_200_and_waits_for_a_human_with_the_reason() {
        var source = open(SourceKind.GENERIC);

        assertThat(deliver(JSON, "{\"email\":\"" + email).getStatus()).isEqualTo(200);
        assertThat(deliver(JSON, "{\"email\":\"" + email).getStatus()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(states(source)).containsExactly("NEEDS_HUMAN"));
        assertThat(problem(source)).isEqualTo("It cannot be read: It is not well-formed JSON.");
    }

    @Test
    void a_field_that_was_renamed_at_the_sender_waits_for_a_human_with_its_name() {
        var source = open(SourceKind.ELEMENTOR);
        map(source, new FieldMapping(Map.of("Email", "email", "Message", "message"), Set.of("Email", "Message")));

        deliver(FORM, "Email=" + email + "&Your+message=Hello");

        await().untilAsserted(() -> assertThat(states(source)).containsExactly("NEEDS_HUMAN"));
        assertThat(problem(source)).contains("The form has changed", "\"Message\"");
    }

    @Test
    void a_leads_answers_that_meta_keeps_are_waited_for_and_a_token_is_asked_for() {
        var source = open(SourceKind.META);
        var body = "{\"entry\":[{\"changes\":[{\"field\":\"leadgen\",\"value\":{\"leadgen_id\":\"4442\"}}]}]}";
        var signature = "sha256=" + Hmac.hex(Hmac.sha256(secret, bytes(body)));

        send(new Hook(Map.of("X-Hub-Signature-256", signature), JSON, bytes(body), secret, clock.instant()));

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT tries FROM submission WHERE source_id = ?")
                        .param(source.id().value())
                        .query(Integer.class)
                        .single())
                .isPositive());
        assertThat(states(source)).containsAnyOf("RECEIVED", "NEEDS_HUMAN");
    }

    @Test
    void a_wrong_signature_is_answered_with_401_and_nothing_is_stored() {
        var source = open(SourceKind.WPFORMS);
        var sample = format(SourceKind.WPFORMS).sample("another", "812");

        var answer = send(sample);

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(text(answer))
                .contains("The signature is wrong.", "\"instance\":\"/hooks\"")
                .doesNotContain(key, secret);
        assertThat(states(source)).isEmpty();
    }

    @Test
    void an_unknown_key_and_that_of_another_kind_of_source_are_answered_with_404() {
        open(SourceKind.API);

        for (var answer : List.of(deliver(JSON, "{}"), at("no-such-key", JSON, "{}"))) {
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(text(answer)).doesNotContain(key, "no-such-key");
        }
    }

    @Test
    void a_body_over_256_kib_is_answered_with_413_whoever_sends_it() {
        var source = open(SourceKind.GENERIC);
        var body = "{\"message\":\"" + "x".repeat(256 * 1024) + "\"}";

        assertThat(deliver(JSON, body).getStatus()).isEqualTo(413);
        assertThat(at("no-such-key", JSON, body).getStatus()).isEqualTo(413);
        assertThat(states(source)).isEmpty();
    }

    @Test
    void meta_is_told_its_challenge_only_with_the_right_verify_token() throws Exception {
        open(SourceKind.META);

        var right = shake(key, "subscribe", secret, "1158201444");
        assertThat(right.getStatus()).isEqualTo(200);
        assertThat(text(right)).isEqualTo("1158201444");
        assertThat(right.getContentType()).startsWith("text/plain");
        assertThat(shake(key, "subscribe", "wrong", "1158201444").getStatus()).isEqualTo(403);
        assertThat(shake(key, "unsubscribe", secret, "1158201444").getStatus()).isEqualTo(403);
        assertThat(shake(key, "subscribe", secret, "<script>").getStatus()).isEqualTo(403);
        assertThat(http.perform(get("/hooks/" + key)).andReturn().getResponse().getStatus())
                .isEqualTo(403);
        assertThat(shake("no-such-key", "subscribe", secret, "1").getStatus()).isEqualTo(404);
    }

    @Test
    void nobody_else_is_answered_when_asking() throws Exception {
        open(SourceKind.GENERIC);

        assertThat(shake(key, "subscribe", secret, "1").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse shake(String at, String mode, String token, String challenge) throws Exception {
        return http.perform(get("/hooks/" + at)
                        .param("hub.mode", mode)
                        .param("hub.verify_token", token)
                        .param("hub.challenge", challenge))
                .andReturn()
                .getResponse();
    }

    private SourceDetails open(SourceKind kind) {
        return open(kind, secret);
    }

    private SourceDetails open(SourceKind kind, String shared) {
        var code = "s" + Uuid7.next().toString().replace("-", "");
        return system.run(() -> sources.open(new NewSource(code, "Website", kind, key, shared, "", clinic.id())));
    }

    private void map(SourceDetails source, FieldMapping mapping) {
        jdbc.sql("UPDATE source SET mapping = ? WHERE id = ?")
                .param(JsonMapper.shared().writeValueAsString(mapping))
                .param(source.id().value())
                .update();
    }

    private SenderFormat format(SourceKind kind) {
        return formats.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    private MockHttpServletResponse send(Hook hook) {
        try {
            var request = post("/hooks/" + key).contentType(hook.contentType()).content(hook.body());
            hook.headers().forEach(request::header);
            return http.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse deliver(String contentType, String body) {
        return at(key, contentType, body);
    }

    private MockHttpServletResponse at(String shown, String contentType, String body) {
        try {
            return http.perform(post("/hooks/" + shown).contentType(contentType).content(bytes(body)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MockHttpServletResponse answer) {
        return WebhookFixtures.text(answer.getContentAsByteArray());
    }

    private List<String> states(SourceDetails source) {
        return jdbc.sql("SELECT state FROM submission WHERE source_id = ?")
                .param(source.id().value())
                .query(String.class)
                .list();
    }

    private String problem(SourceDetails source) {
        return jdbc.sql("SELECT problem FROM submission WHERE source_id = ?")
                .param(source.id().value())
                .query(String.class)
                .single();
    }
}
