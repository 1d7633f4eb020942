package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.AdjustableClock;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.lead.ClosingReason;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.NextStep;
import clinic.daybreak.lead.Stage;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/** Long, for every way in which a submission can become a lead, a touch, or a case for a human stands here. */
@IntegrationTest
class SubmissionProcessingTest {

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
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

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
    void a_submission_becomes_one_lead_with_owner_clock_timeline_and_acknowledgement() {
        var lead = open(process(Map.of("first_name", "Ann", "last_name", "Lee", "message", "Hello\nthere")));

        assertThat(lead.facts().stage()).isEqualTo(Stage.NEW);
        assertThat(lead.facts().nextStep()).isEqualTo(NextStep.ANSWER);
        assertThat(lead.facts().responseDueAt()).isAfter(lead.facts().receivedAt());
        assertThat(lead.owner()).isEqualTo(coordinator);
        assertThat(lead.patient().name().full()).isEqualTo("Ann Lee");
        assertThat(lead.contact()).isNull();
        var entries = ofKinds(lead, TimelineKind.ENQUIRY, TimelineKind.ASSIGNMENT);
        assertThat(entries)
                .extracting(TimelineItem::kind)
                .containsExactly(TimelineKind.ENQUIRY, TimelineKind.ASSIGNMENT);
        assertThat(entries.getFirst().summary()).isEqualTo("Wrote by Website");
        assertThat(entries.getFirst().body()).isEqualTo("Hello\nthere");
        assertThat(entries.getLast().reason()).isEqualTo("Longest without a new lead of 1 present");
        assertThat(messagesTo(email)).containsExactly("ENQUIRY_RECEIVED");
        assertThat(count(
                        "SELECT COUNT(*) FROM stage_change WHERE lead_id = ?",
                        lead.facts().id().value()))
                .isEqualTo(1);
    }

    @Test
    void one_submission_delivered_ten_times_at_once_has_one_effect() {
        var id = CaptureFixtures.freshId();
        var raw = CaptureFixtures.form(source, id, fields(Map.of("first_name", "Ann", "message", "Hello")));

        var failures = InParallel.run(10, number -> store.store(raw));

        assertThat(failures).isEmpty();
        assertThat(submissions()).isEqualTo(1);
        await().until(this::waiting, waiting -> waiting == 0);
        assertThat(leadsOf(email)).hasSize(1);
        assertThat(open(leadsOf(email).getFirst()).facts().touches()).isZero();
        assertThat(messagesTo(email)).containsExactly("ENQUIRY_RECEIVED");
    }

    @Test
    void a_repeat_is_told_from_a_first_delivery() {
        var raw = CaptureFixtures.json(source, CaptureFixtures.freshId(), fields(Map.of("first_name", "Ann")));

        var first = store.store(raw);
        var repeat = store.store(raw);

        assertThat(first.isRepeat()).isFalse();
        assertThat(repeat).isEqualTo(new Receipt(first.id(), true, true));
    }

    @Test
    void the_same_id_from_another_source_is_another_submission() {
        var id = CaptureFixtures.freshId();
        var other = CaptureFixtures.opened(system, sources);

        assertThat(store.store(CaptureFixtures.form(source, id, fields(Map.of("first_name", "Ann"))))
                        .isRepeat())
                .isFalse();
        assertThat(store.store(CaptureFixtures.form(other, id, fields(Map.of("first_name", "Ann"))))
                        .isRepeat())
                .isFalse();
    }

    @Test
    void processing_twice_has_one_effect() {
        var id = store.store(CaptureFixtures.form(
                        source, CaptureFixtures.freshId(), fields(Map.of("first_name", "Ann", "message", "Hello"))))
                .id();

        system.run(() -> processing.process(id));
        system.run(() -> processing.process(id));

        assertThat(open(leadsOf(email).getFirst()).facts().touches()).isZero();
        assertThat(leadsOf(email)).hasSize(1);
    }

    @Test
    void a_second_genuine_message_is_a_touch_on_the_open_lead() {
        var first = process(Map.of("first_name", "Ann", "last_name", "Lee", "message", "Hello"));
        var second = process(Map.of("full_name", "ann LEE", "message", "Are you there?"));

        assertThat(second).isEqualTo(first);
        var lead = open(first);
        assertThat(lead.facts().touches()).isEqualTo(1);
        assertThat(ofKinds(lead, TimelineKind.TOUCH))
                .extracting(TimelineItem::body)
                .containsExactly("Are you there?");
        assertThat(messagesTo(email)).containsExactly("ENQUIRY_RECEIVED");
    }

    @Test
    void the_same_words_sent_again_are_a_touch_too() {
        var first = process(Map.of("first_name", "Ann", "message", "Hello"));

        assertThat(process(Map.of("first_name", "Ann", "message", "Hello"))).isEqualTo(first);
        assertThat(open(first).facts().touches()).isEqualTo(1);
    }

    @Test
    void another_name_at_the_same_address_is_another_person() {
        var ann = process(Map.of("first_name", "Ann", "last_name", "Lee"));
        var bob = process(Map.of("first_name", "Bob", "last_name", "Lee"));

        assertThat(bob).isNotEqualTo(ann);
        assertThat(open(bob).facts().person()).isNotEqualTo(open(ann).facts().person());
    }

    @Test
    void the_same_name_at_the_same_telephone_in_another_spelling_is_the_same_person() {
        var number = "661" + (2_000_000 + Math.abs(email.hashCode() % 7_999_999));
        var spaced = "+1 (661) " + number.substring(3, 6) + "-" + number.substring(6) + " x2";
        var first = process(Map.of("first_name", "Ann", "last_name", "Lee", "email", "", "phone", number));

        assertThat(process(Map.of("first_name", "Ann", "last_name", "Lee", "email", "", "phone", spaced)))
                .isEqualTo(first);
    }

    @Test
    void who_writes_again_after_the_lead_was_closed_gets_a_new_one_on_the_same_person() {
        var first = process(Map.of("first_name", "Ann", "last_name", "Lee"));
        StaffFixtures.as(
                contexts,
                coordinator,
                () -> leads.close(first, leads.open(first).facts().version(), ClosingReason.COST, ""));

        var second = process(Map.of("first_name", "Ann", "last_name", "Lee"));

        assertThat(second).isNotEqualTo(first);
        assertThat(open(second).facts().person()).isEqualTo(open(first).facts().person());
        assertThat(open(first).facts().stage()).isEqualTo(Stage.LOST);
    }

    @Test
    void who_writes_to_another_location_gets_a_lead_there() {
        var elsewhere = LocationFixtures.opened(system, locations);
        var here = process(Map.of("first_name", "Ann", "last_name", "Lee"));
        var there = process(Map.of("first_name", "Ann", "last_name", "Lee", "location", elsewhere.code()));

        assertThat(there).isNotEqualTo(here);
        assertThat(system.run(() -> count(
                        "SELECT COUNT(*) FROM leads WHERE location_id = ?",
                        elsewhere.id().value())))
                .isEqualTo(1);
    }

    @Test
    void a_parent_who_writes_for_a_child_is_the_contact_and_the_child_the_patient() {
        var lead = open(process(
                Map.of("first_name", "Ann", "last_name", "Lee", "relation", "other", "patient_name", "Bo Lee")));

        assertThat(lead.patient().name().full()).isEqualTo("Bo Lee");
        assertThat(lead.patient().emails()).isEmpty();
        assertThat(lead.contact()).isNotNull();
        assertThat(lead.correspondent().name().full()).isEqualTo("Ann Lee");
        assertThat(lead.correspondent().emailForMail()).contains(email);
    }

    @Test
    void a_parent_of_two_children_has_two_leads_and_a_touch_for_the_one_named_again() {
        var bo = process(Map.of("first_name", "Ann", "relation", "other", "patient_name", "Bo Lee"));
        var cy = process(Map.of("first_name", "Ann", "relation", "other", "patient_name", "Cy Lee"));
        var again = process(Map.of("first_name", "Ann", "relation", "other", "patient_name", "Bo Lee"));
        var own = process(Map.of("first_name", "Ann"));

        assertThat(List.of(bo, cy, own)).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(bo);
    }

    @Test
    void a_submission_for_nowhere_waits_for_a_human_who_makes_it_a_lead() {
        LocationFixtures.opened(system, locations);
        var raw = CaptureFixtures.json(
                source, CaptureFixtures.freshId(), fields(Map.of("first_name", "Ann", "location", "nowhere")));
        var id = store.store(raw).id();
        system.run(() -> processing.process(id));

        assertThat(StaffFixtures.as(contexts, coordinator, () -> inbox.list(InboxTab.HUMAN)))
                .filteredOn(waiting -> waiting.id().equals(id))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.problem()).isEqualTo("It does not say which location it is for.");
                    assertThat(waiting.source()).isEqualTo("Website");
                });
        assertThat(StaffFixtures.as(contexts, coordinator, () -> inbox.open(id).raw()))
                .contains("\"first_name\":\"Ann\"");
        assertThat(leadsOf(email)).isEmpty();

        StaffFixtures.as(
                contexts,
                coordinator,
                () -> inbox.correctAndProcess(id, fields(Map.of("first_name", "Ann")), clinic.id()));

        await().until(() -> leadsOf(email), found -> found.size() == 1);
        assertThat(open(leadsOf(email).getFirst()).location()).isEqualTo(clinic);
        assertThat(StaffFixtures.as(contexts, coordinator, () -> inbox.list(InboxTab.HUMAN)))
                .noneMatch(waiting -> waiting.id().equals(id));
    }

    @Test
    void two_colleagues_who_choose_the_location_at_once_make_one_lead() {
        LocationFixtures.opened(system, locations);
        var id = store.store(CaptureFixtures.json(
                        source, CaptureFixtures.freshId(), fields(Map.of("first_name", "Ann", "location", "nowhere"))))
                .id();
        system.run(() -> processing.process(id));

        var failures = InParallel.run(
                2,
                number -> StaffFixtures.as(
                        contexts,
                        coordinator,
                        () -> inbox.correctAndProcess(id, fields(Map.of("first_name", "Ann")), clinic.id())));

        assertThat(failures)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(RefusedException.class));
        await().until(() -> leadsOf(email), found -> !found.isEmpty());
        assertThat(leadsOf(email)).hasSize(1);
        assertThat(open(leadsOf(email).getFirst()).facts().touches()).isZero();
    }

    @Test
    void a_cry_for_help_holds_the_lead_and_is_answered_with_the_crisis_words_only() {
        var lead = open(process(Map.of("first_name", "Ann", "message", "I want to end my life")));

        assertThat(lead.facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
        assertThat(messagesTo(email)).containsExactly("CRISIS_ACKNOWLEDGEMENT");
        assertThat(ofKinds(lead, TimelineKind.CRISIS))
                .extracting(TimelineItem::summary)
                .contains("Crisis hold");
    }

    @Test
    void a_text_that_needs_reading_holds_the_lead_and_is_acknowledged_neutrally() {
        var lead = open(process(Map.of("first_name", "Ann", "message", "This is my last hope")));

        assertThat(lead.facts().crisisLevel()).isEqualTo(CrisisLevel.AMBER);
        assertThat(messagesTo(email)).containsExactly("ENQUIRY_RECEIVED");
    }

    @Test
    void a_cry_for_help_is_found_in_a_field_of_any_name() {
        var question = "What else would you like us to know about your situation before we call you?";
        var lead = open(process(Map.of("first_name", "Ann", question, "I want to end my life")));

        assertThat(lead.facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
    }

    @Test
    void a_cry_for_help_in_a_second_message_holds_the_open_lead() {
        var first = process(Map.of("first_name", "Ann", "message", "Hello"));
        process(Map.of("first_name", "Ann", "message", "I am going to kill myself"));

        assertThat(open(first).facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
        assertThat(messagesTo(email)).containsExactlyInAnyOrder("ENQUIRY_RECEIVED", "CRISIS_ACKNOWLEDGEMENT");
    }

    @Test
    void eight_messages_of_one_new_person_at_once_make_one_lead_with_seven_touches() {
        InParallel.run(
                8,
                number -> store.store(CaptureFixtures.form(
                        source,
                        CaptureFixtures.freshId(),
                        fields(Map.of("first_name", "Ann", "last_name", "Lee", "message", "Message " + number)))));

        await().atMost(Duration.ofSeconds(60)).until(this::waiting, waiting -> waiting == 0);
        assertThat(submissions()).isEqualTo(8);
        assertThat(leadsOf(email)).hasSize(1);
        var lead = open(leadsOf(email).getFirst());
        assertThat(lead.facts().touches()).isEqualTo(7);
        assertThat(ofKinds(lead, TimelineKind.ENQUIRY, TimelineKind.TOUCH))
                .extracting(TimelineItem::body)
                .containsExactlyInAnyOrder(
                        "Message 0",
                        "Message 1",
                        "Message 2",
                        "Message 3",
                        "Message 4",
                        "Message 5",
                        "Message 6",
                        "Message 7");
        assertThat(messagesTo(email)).containsExactly("ENQUIRY_RECEIVED");
    }

    @ParameterizedTest
    @CsvSource({"n/a, 661 555 0142", "none@, call me", "'', ''"})
    void a_bad_address_or_telephone_never_rejects_a_lead(String badEmail, String badPhone) {
        var name = PersonFixtures.freshName();
        var lead = open(process(Map.of("first_name", name, "email", badEmail, "phone", badPhone)));

        assertThat(lead.facts().stage()).isEqualTo(Stage.NEW);
        assertThat(lead.patient().emailForMail()).isEmpty();
        assertThat(lead.patient().emails())
                .extracting(each -> each.raw())
                .isEqualTo(badEmail.isEmpty() ? List.of() : List.of(badEmail));
        assertThat(ofKinds(lead, TimelineKind.MAIL))
                .extracting(TimelineItem::summary, TimelineItem::reason)
                .containsExactly(
                        tuple("Enquiry received: not sent", "There is no e-mail address that can be written to"));
    }

    @ParameterizedTest
    @CsvSource({
        "Sean, O'Brien",
        "Lucia, D’Angelo",
        "Văn An, Nguyễn",
        "伟, 李",
        "Zoë 😀, Müller",
        "مريم, الطيّب",
        "null, Null",
        "&amp;, <b>O&#039;Neil</b>",
        "e\u0301ric, Cafe\u0301"
    })
    void names_and_messages_are_kept_byte_for_byte(String first, String last) {
        var words = first + " " + last + " \"quoted\" \\ % _ 👩‍👧";
        var lead = open(process(Map.of("first_name", first, "last_name", last, "message", words)));

        assertThat(lead.patient().name().first()).isEqualTo(first);
        assertThat(lead.patient().name().last()).isEqualTo(last);
        assertThat(ofKinds(lead, TimelineKind.ENQUIRY).getFirst().body()).isEqualTo(words);
    }

    @Test
    void what_cannot_be_read_waits_for_a_human_and_is_shown_as_it_came() {
        var raw = RawSubmission.named(
                source.id(),
                CaptureFixtures.freshId(),
                "application/x-www-form-urlencoded",
                "",
                "a=%zz".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var id = store.store(raw).id();
        system.run(() -> processing.process(id));

        assertThat(StaffFixtures.as(contexts, coordinator, () -> inbox.list(InboxTab.HUMAN)))
                .filteredOn(waiting -> waiting.id().equals(id))
                .hasSize(1);
        assertThat(StaffFixtures.as(contexts, coordinator, () -> inbox.open(id).raw()))
                .isEqualTo("a=%zz");
    }

    @Test
    void an_acknowledgement_goes_to_the_address_that_was_written_from() {
        var number = "661" + (2_000_000 + Math.abs(email.hashCode() % 7_999_999));
        var other = PersonFixtures.freshEmail();
        clock.asAt(clock.instant().minus(Duration.ofDays(3)), () -> {
            process(Map.of("first_name", "Ann", "last_name", "Lee", "phone", number));
            var lead = process(Map.of("first_name", "Ann", "last_name", "Lee", "email", other, "phone", number));
            StaffFixtures.as(
                    contexts,
                    coordinator,
                    () -> leads.close(lead, leads.open(lead).facts().version(), ClosingReason.COST, ""));
        });

        var again = process(Map.of("first_name", "Ann", "last_name", "Lee", "phone", number));

        assertThat(jdbc.sql("SELECT recipient FROM message WHERE lead_id = ?")
                        .param(again.value())
                        .query(String.class)
                        .list())
                .containsExactly(email);
    }

    /** In one transaction, so that the background work does not come first. */
    private LeadId process(Map<String, String> given) {
        var id = Objects.requireNonNull(system.run(() -> transactions.execute(status -> {
            var stored = store.storeAll(List.of(CaptureFixtures.form(source, CaptureFixtures.freshId(), fields(given))))
                    .getFirst()
                    .id();
            processing.process(stored);
            return stored;
        })));
        return new LeadId(jdbc.sql("SELECT lead_id FROM submission WHERE id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    private Map<String, String> fields(Map<String, String> given) {
        var fields = new HashMap<>(Map.of("email", email, "location", clinic.code()));
        fields.putAll(given);
        return fields;
    }

    private LeadDetails open(LeadId id) {
        return StaffFixtures.as(contexts, coordinator, () -> leads.open(id));
    }

    private static List<TimelineItem> ofKinds(LeadDetails lead, TimelineKind... kinds) {
        return lead.timeline().reversed().stream()
                .filter(item -> List.of(kinds).contains(item.kind()))
                .toList();
    }

    private List<LeadId> leadsOf(String address) {
        return jdbc.sql("""
                        SELECT DISTINCT l.id FROM leads l JOIN person_email e ON e.person_id = l.person_id
                        WHERE e.address = ?
                        """).param(address).query(UUID.class).list().stream()
                .map(LeadId::new)
                .toList();
    }

    private List<String> messagesTo(String address) {
        return jdbc.sql("SELECT template FROM message WHERE recipient = ?")
                .param(address)
                .query(String.class)
                .list();
    }

    private int submissions() {
        return count(
                "SELECT COUNT(*) FROM submission WHERE source_id = ?",
                source.id().value());
    }

    private int waiting() {
        return count(
                "SELECT COUNT(*) FROM submission WHERE state <> 'PROCESSED' AND source_id = ?",
                source.id().value());
    }

    private int count(String sql, Object value) {
        return jdbc.sql(sql).param(value).query(Integer.class).single();
    }
}
