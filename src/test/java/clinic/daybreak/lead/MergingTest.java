package clinic.daybreak.lead;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.PersonName;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.person.ConsentPurpose;
import clinic.daybreak.person.Language;
import clinic.daybreak.person.NewPerson;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.person.PreferredContact;
import clinic.daybreak.person.Voicemail;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of merging share: a clinic, a coordinator, people who write, and what stands on their leads. */
@IntegrationTest
abstract class MergingTest {

    static final Instant MORNING = Instant.parse("2026-06-15T17:00:00Z");

    @Autowired
    LeadService leads;

    @Autowired
    NoteService notes;

    @Autowired
    TodayService today;

    @Autowired
    MergeService merges;

    @Autowired
    PossibleMatchService possible;

    @Autowired
    LeadIntake intake;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    JdbcClient jdbc;

    LocationDetails clinic;
    StaffMember coordinator;

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        coordinator = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    LeadId wrote(String first, String last, String email, String phone) {
        return wrote(PersonFixtures.writer(first, last, email, phone), clinic, null, MORNING);
    }

    LeadId wrote(NewPerson writer, LocationDetails where, NewPerson patient, Instant at) {
        var enquiry =
                new NewEnquiry(writer, patient, where.id(), "Hello", "Contact page", at, null, Attribution.NONE, false);
        return Objects.requireNonNull(system.run(
                () -> transactions.execute(status -> intake.accept(enquiry).lead())));
    }

    static NewPerson somebody(
            String first, String last, String email, String phone, LocalDate born, Voicemail voicemail, Boolean sms) {
        return new NewPerson(
                new PersonName(first, last),
                email,
                phone,
                "US",
                Language.EN,
                PreferredContact.ANY,
                voicemail,
                born,
                sms == null ? Map.of() : Map.of(ConsentPurpose.SMS, sms));
    }

    MergeId merge(LeadId lead, LeadId other, MergeKind kind) {
        return merge(lead, other, kind, Map.of());
    }

    MergeId merge(LeadId lead, LeadId other, MergeKind kind, Map<MergeField, LeadId> picks) {
        return act(() -> merges.merge(order(lead, other, kind, picks)));
    }

    MergeOrder order(LeadId lead, LeadId other, MergeKind kind, Map<MergeField, LeadId> picks) {
        return new MergeOrder(lead, version(lead), other, version(other), kind, picks);
    }

    void unmerge(MergeId merge) {
        act(() -> merges.unmerge(merge));
    }

    void log(LeadId lead, AttemptOutcome outcome) {
        act(() -> leads.logAttempt(lead, new NewAttempt(AttemptChannel.CALL, outcome, null, "")));
    }

    LeadDetails open(LeadId lead) {
        return act(() -> leads.open(lead));
    }

    long version(LeadId lead) {
        return jdbc.sql("SELECT version FROM leads WHERE id = ?")
                .param(lead.value())
                .query(Long.class)
                .single();
    }

    List<LeadId> found(String q) {
        return act(() -> leads.list(LeadFilter.ALL.withText(q), LeadOrder.NEWEST, null, 0, 100)).stream()
                .map(LeadSummary::id)
                .toList();
    }

    List<String> timeline(LeadId lead) {
        return jdbc.sql("SELECT summary FROM timeline_entry WHERE lead_id = ? ORDER BY happened_at, id")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    List<String> audit(LeadId lead) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject_id = ? AND actor_id IS NOT NULL ORDER BY id")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    <T> T act(Supplier<T> work) {
        return StaffFixtures.as(contexts, coordinator, work);
    }

    void act(Runnable work) {
        StaffFixtures.as(contexts, coordinator, work);
    }
}
