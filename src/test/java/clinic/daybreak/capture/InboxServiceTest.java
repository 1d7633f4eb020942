package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.TimelineItem;
import clinic.daybreak.lead.TimelineKind;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of submissions that are no leads. Long, for each pile and each way on has its case. */
@IntegrationTest
class InboxServiceTest {

    @Autowired
    SubmissionStore store;

    @Autowired
    SubmissionProcessing processing;

    @Autowired
    InboxService inbox;

    @Autowired
    SourceService sources;

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
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;
    private StaffMember coordinator;
    private SourceDetails source;
    private final String email = PersonFixtures.freshEmail();

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        coordinator = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        source = CaptureFixtures.opened(system, sources);
    }

    @Test
    void suspected_junk_is_kept_apart_with_its_reason_and_becomes_a_lead_when_a_human_says_so() {
        var id = received(Map.of("message", "http://a.example http://b.example http://c.example"), null);

        assertThat(in(InboxTab.JUNK, id).problem()).isEqualTo("There are three or more links in the message.");
        assertThat(leadOf(id)).isNull();
        var receivedAt = in(InboxTab.JUNK, id).receivedAt();

        as(() -> inbox.processAgain(id));
        system.run(() -> processing.process(id));

        var lead = open(Objects.requireNonNull(leadOf(id)));
        assertThat(lead.facts().receivedAt()).isEqualTo(receivedAt);
        assertThat(isIn(InboxTab.JUNK, id)).isFalse();
    }

    @Test
    void a_suspicion_from_the_door_is_shown_in_its_own_words() {
        var id = received(Map.of("message", "Hello"), "The form was filled in within two seconds.");

        assertThat(in(InboxTab.JUNK, id).problem()).isEqualTo("The form was filled in within two seconds.");
    }

    @Test
    void a_cry_for_help_inside_junk_reaches_a_human_as_a_lead_on_hold() {
        var id = received(
                Map.of("message", "http://a.example http://b.example http://c.example I want to end my life"),
                "A field that people do not see was filled in.");

        assertThat(isIn(InboxTab.JUNK, id)).isFalse();
        assertThat(open(Objects.requireNonNull(leadOf(id))).facts().crisisLevel())
                .isEqualTo(CrisisLevel.RED);
    }

    @Test
    void a_cry_for_help_that_names_no_location_and_nobody_still_reaches_a_human() {
        LocationFixtures.opened(system, locations);
        var raw = CaptureFixtures.json(
                source, CaptureFixtures.freshId(), Map.of("whatever", "I am going to kill myself tonight"));
        var id = processed(raw);

        var lead = Objects.requireNonNull(leadOf(id));
        assertThat(jdbc.sql("SELECT crisis_level FROM leads WHERE id = ?")
                        .param(lead.value())
                        .query(String.class)
                        .single())
                .isEqualTo("RED");
    }

    @Test
    void a_cry_for_help_in_what_cannot_be_read_still_reaches_a_human() {
        var raw = RawSubmission.named(
                source.id(),
                CaptureFixtures.freshId(),
                "application/json",
                "",
                "{broken: I want to end my life".getBytes(StandardCharsets.UTF_8));

        assertThat(leadOf(processed(raw))).isNotNull();
    }

    @Test
    void what_says_neither_who_nor_how_to_reach_them_waits_for_a_human_who_corrects_it() {
        var raw = CaptureFixtures.json(
                source, CaptureFixtures.freshId(), Map.of("Wie heißen Sie?", "Ann Lee", "location", clinic.code()));
        var id = processed(raw);

        assertThat(in(InboxTab.HUMAN, id).problem()).startsWith("It says neither who wrote nor how to reach them.");
        assertThat(as(() -> inbox.open(id)).given()).containsEntry("Wie heißen Sie?", "Ann Lee");

        as(() -> inbox.correctAndProcess(
                id, Map.of("first_name", "Ann", "last_name", "Lee", "email", email), clinic.id()));
        system.run(() -> processing.process(id));

        assertThat(open(Objects.requireNonNull(leadOf(id))).patient().name().full())
                .isEqualTo("Ann Lee");
        assertThat(jdbc.sql("SELECT body FROM submission WHERE id = ?")
                        .param(id.value())
                        .query(byte[].class)
                        .single())
                .isEqualTo(raw.body());
    }

    @Test
    void a_correction_that_names_nobody_is_refused_with_what_to_do() {
        var id = received(Map.of("message", "Hello"), "Doubt.");

        assertThatThrownBy(() -> as(() -> inbox.correctAndProcess(id, Map.of("message", "Hello"), clinic.id())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Enter a name");
    }

    @Test
    void a_submission_attached_to_a_lead_is_a_touch_with_its_own_words() {
        var lead = Objects.requireNonNull(leadOf(received(Map.of("message", "First"), null)));
        var id = received(Map.of("email", "n/a", "first_name", "Somebody", "message", "Second words"), "Doubt.");

        as(() -> inbox.attach(id, lead));

        var details = open(lead);
        assertThat(details.facts().touches()).isEqualTo(1);
        assertThat(details.timeline().stream().filter(item -> item.kind() == TimelineKind.TOUCH))
                .extracting(TimelineItem::body)
                .containsExactly("Second words");
        assertThat(leadOf(id)).isEqualTo(lead);
    }

    @Test
    void put_aside_it_is_still_there_with_who_did_it_and_can_be_fetched_back() {
        var id = received(Map.of("message", "We sell backlinks"), "Doubt.");

        as(() -> inbox.dismiss(id, DismissalReason.VENDOR_SOLICITATION));
        assertThat(in(InboxTab.ASIDE, id).problem())
                .isEqualTo("Vendor solicitation, by " + coordinator.fullName() + ".");

        as(() -> inbox.processAgain(id));
        system.run(() -> processing.process(id));
        assertThat(leadOf(id)).isNotNull();
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY id")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .contains("Submission put aside", "Submission processed again");
    }

    @Test
    void what_has_become_a_lead_is_dealt_with_and_cannot_be_put_aside() {
        var id = received(Map.of("message", "Hello"), null);

        assertThatThrownBy(() -> as(() -> inbox.dismiss(id, DismissalReason.SPAM)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("A colleague has dealt with this one");
    }

    @Test
    void a_submission_for_another_location_does_not_exist_for_me() {
        var id = received(Map.of("message", "Hello"), "Doubt.");
        jdbc.sql("UPDATE submission SET location_id = ? WHERE id = ?")
                .params(clinic.id().value(), id.value())
                .update();
        var stranger =
                StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, LocationFixtures.opened(system, locations));

        assertThat(isIn(InboxTab.JUNK, id)).isTrue();
        assertThat(StaffFixtures.as(contexts, stranger, () -> inbox.list(InboxTab.JUNK)))
                .noneMatch(entry -> entry.id().equals(id));
        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> inbox.open(id)))
                .isInstanceOf(RecordMissingException.class);
    }

    @Test
    void a_test_that_its_sender_calls_a_test_is_put_aside_and_is_no_lead() {
        var raw = new RawSubmission(
                source.id(),
                CaptureFixtures.freshId(),
                null,
                "application/json",
                "",
                "{\"first_name\":\"Ann\"}".getBytes(StandardCharsets.UTF_8),
                SubmissionPurpose.TEST,
                null);
        var id = processed(raw);

        assertThat(in(InboxTab.ASIDE, id).problem()).isEqualTo("Its sender says that it is a test.");
        assertThat(leadOf(id)).isNull();
    }

    private SubmissionId received(Map<String, String> given, String suspicion) {
        var fields = new HashMap<>(Map.of("first_name", "Ann", "email", email, "location", clinic.code()));
        fields.putAll(given);
        var raw = CaptureFixtures.json(source, CaptureFixtures.freshId(), fields);
        return processed(new RawSubmission(
                raw.source(),
                raw.externalId(),
                null,
                raw.contentType(),
                "",
                raw.body(),
                SubmissionPurpose.ENQUIRY,
                suspicion));
    }

    private SubmissionId processed(RawSubmission raw) {
        return Objects.requireNonNull(system.run(() -> transactions.execute(status -> {
            var id = store.storeAll(List.of(raw)).getFirst().id();
            processing.process(id);
            return id;
        })));
    }

    private LeadId leadOf(SubmissionId id) {
        var lead = jdbc.sql("SELECT lead_id FROM submission WHERE id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional();
        return lead.map(LeadId::new).orElse(null);
    }

    private LeadDetails open(LeadId id) {
        return as(() -> leads.open(id));
    }

    private InboxEntry in(InboxTab tab, SubmissionId id) {
        return as(() -> inbox.list(tab)).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean isIn(InboxTab tab, SubmissionId id) {
        return as(() -> inbox.list(tab)).stream().anyMatch(entry -> entry.id().equals(id));
    }

    private <T> T as(Supplier<T> work) {
        return StaffFixtures.as(contexts, coordinator, work);
    }

    private void as(Runnable work) {
        StaffFixtures.as(contexts, coordinator, work);
    }
}
