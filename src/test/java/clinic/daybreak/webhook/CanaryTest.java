package clinic.daybreak.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.CanaryPass;
import clinic.daybreak.capture.InboxEntry;
import clinic.daybreak.capture.InboxService;
import clinic.daybreak.capture.InboxTab;
import clinic.daybreak.capture.NewSource;
import clinic.daybreak.capture.SenderFormat;
import clinic.daybreak.capture.SourceActivityService;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the daily proof may and what nobody else may by its header. */
@IntegrationTest
class CanaryTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    List<SenderFormat> formats;

    @Autowired
    CanaryPass pass;

    @Autowired
    SourceService sources;

    @Autowired
    SourceActivityService activities;

    @Autowired
    InboxService inbox;

    @Autowired
    LeadService leads;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private MockMvc http;
    private LocationDetails clinic;

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
    void a_proof_goes_all_the_way_and_is_no_lead_and_in_no_figure_and_in_no_list(SourceKind kind) throws Exception {
        var source = open(kind);
        var admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);

        assertThat(send(hook(kind), pass.make(source.id(), Uuid7.next())).getStatus())
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(states(source)).containsExactly("CANARY DISMISSED"));

        StaffFixtures.as(contexts, admin, () -> {
            assertThat(leads.list(
                            new LeadFilter("canary@daybreak.invalid", Set.of(), null, null, false, null, null),
                            LeadOrder.NEWEST,
                            null,
                            0,
                            10))
                    .isEmpty();
            assertThat(leads.countByStage(new LeadFilter("", Set.of(), clinic.id(), null, false, null, null))
                            .values())
                    .allMatch(count -> count == 0);
            for (var tab : InboxTab.values()) {
                assertThat(inbox.list(tab)).extracting(InboxEntry::id).noneMatch(id -> isOf(id.value(), source));
            }
            assertThat(activities.today(ZoneOffset.UTC)).doesNotContainKey(source.id());
            assertThat(sources.get(source.id()).lastUsedAt()).isNull();
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM message WHERE recipient LIKE '%daybreak.invalid'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_header_helps_nobody_who_cannot_sign_it_or_is_late_or_elsewhere() throws Exception {
        var source = open(SourceKind.GENERIC);
        var good = pass.make(source.id(), Uuid7.next());
        var request = hook(SourceKind.GENERIC);

        assertThat(send(request, good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(
                                request,
                                good.replace(
                                        source.id().value().toString(),
                                        Uuid7.next().toString()))
                        .getStatus())
                .isEqualTo(404);
        for (var junk :
                List.of("", "....", "a.b.c.d", "x".repeat(1_000), source.id().value() + ".1.2.00")) {
            assertThat(send(request, junk).getStatus()).as(junk).isEqualTo(404);
        }
        assertThat(send(
                                request.with(from -> {
                                    from.setRemoteAddr("203.0.113.9");
                                    return from;
                                }),
                                good)
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(hook(SourceKind.GENERIC).header("X-Forwarded-For", "203.0.113.9"), good)
                        .getStatus())
                .isEqualTo(404);
        clock.asAt(
                clock.instant().plus(Duration.ofMinutes(2)),
                () -> assertThat(status(good)).isEqualTo(404));
        assertThat(states(source)).isEmpty();

        assertThat(send(hook(SourceKind.GENERIC), good).getStatus()).isEqualTo(200);
    }

    @Test
    void a_proof_opens_no_way_in_that_was_revoked() throws Exception {
        var source = open(SourceKind.GENERIC);
        var good = pass.make(source.id(), Uuid7.next());

        var admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);
        StaffFixtures.as(contexts, admin, () -> sources.revoke(source.id()));
        assertThat(send(hook(SourceKind.GENERIC), good).getStatus()).isEqualTo(404);
    }

    private int status(String shown) {
        try {
            return send(hook(SourceKind.GENERIC), shown).getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletRequestBuilder hook(SourceKind kind) {
        var sample = formats.stream()
                .filter(format -> format.kind() == kind)
                .findFirst()
                .orElseThrow()
                .sample("a secret", Uuid7.next().toString());
        var request =
                post("/hooks/daily-proof").contentType(sample.contentType()).content(sample.body());
        sample.headers().forEach(request::header);
        return request;
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String shown) throws Exception {
        return http.perform(request.header(CanaryPass.HEADER, shown))
                .andReturn()
                .getResponse();
    }

    private SourceDetails open(SourceKind kind) {
        var code = "c-" + Uuid7.next();
        return system.run(
                () -> sources.open(new NewSource(code, "Website", kind, "key-" + code, "a secret", "", clinic.id())));
    }

    private List<String> states(SourceDetails source) {
        return jdbc.sql("SELECT CONCAT(purpose, ' ', state) FROM submission WHERE source_id = ?")
                .param(source.id().value())
                .query(String.class)
                .list();
    }

    private boolean isOf(UUID submission, SourceDetails source) {
        return jdbc.sql("SELECT COUNT(*) FROM submission WHERE id = ? AND source_id = ?")
                        .params(submission, source.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
