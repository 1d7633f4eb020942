package clinic.daybreak.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadDetails;
import clinic.daybreak.lead.LeadFixtures;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.MergeOrder;
import clinic.daybreak.lead.MergeService;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CrisisServiceTest {

    @Autowired
    CrisisService crisis;

    @Autowired
    CrisisWatch watch;

    @Autowired
    LeadService leads;

    @Autowired
    MergeService merges;

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

    private LocationDetails clinic;
    private StaffMember clinician;
    private LeadId lead;

    @BeforeEach
    void raiseTwoFlags() {
        clinic = LocationFixtures.opened(system, locations);
        clinician = StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, clinic);
        lead = LeadFixtures.opened(
                system,
                transactions,
                intake,
                LeadFixtures.enquiry(
                        PersonFixtures.named("Ann", "Lee"),
                        clinic.id(),
                        "I wrote a note",
                        Instant.parse("2026-06-15T17:00:00Z"),
                        CrisisLevel.RED));
        raise(CrisisLevel.RED, "wrote a note");
        raise(CrisisLevel.AMBER, "last hope");
    }

    @Test
    void a_clinician_clears_all_flags_and_the_hold_and_the_flags_are_kept() {
        StaffFixtures.as(
                contexts, clinician, () -> crisis.clear(lead, CrisisOutcome.SAFETY_CONTACT_MADE, " Spoke with Ann. "));

        assertThat(StaffFixtures.as(contexts, clinician, () -> crisis.listOpen(lead)))
                .isEmpty();
        assertThat(open().facts().crisisLevel()).isNull();
        assertThat(open().facts().crisisSince()).isNull();
        assertThat(flags())
                .containsExactly(
                        "RED|wrote a note|SAFETY_CONTACT_MADE|Spoke with Ann.|" + clinician.id(),
                        "AMBER|last hope|SAFETY_CONTACT_MADE|Spoke with Ann.|" + clinician.id());
        var entry = open().timeline().stream()
                .filter(item -> item.summary().equals("Crisis hold cleared: Safety contact made"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.kind()).isEqualTo(TimelineKind.CRISIS);
        assertThat(entry.body()).isEqualTo("Spoke with Ann.");
        assertThat(entry.actor()).isEqualTo(clinician.fullName());
    }

    @Test
    void open_flags_are_shown_oldest_first() {
        assertThat(StaffFixtures.as(contexts, clinician, () -> crisis.listOpen(lead)))
                .extracting(OpenFlag::level, OpenFlag::foundIn, OpenFlag::phrase)
                .containsExactly(
                        tuple(CrisisLevel.RED, "message", "wrote a note"),
                        tuple(CrisisLevel.AMBER, "message", "last hope"));
    }

    @ParameterizedTest
    @EnumSource(names = {"COORDINATOR", "MANAGER", "ADMIN"})
    void nobody_but_a_clinician_clears_a_hold(StaffRole role) {
        var other = StaffFixtures.opened(system, staff, role, clinic);

        assertThatThrownBy(() -> StaffFixtures.as(
                        contexts, other, () -> crisis.clear(lead, CrisisOutcome.FALSE_POSITIVE, "Nothing")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(open().facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
    }

    @Test
    void a_clinician_of_another_location_is_told_it_does_not_exist() {
        var stranger =
                StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, LocationFixtures.opened(system, locations));

        assertThatThrownBy(() -> StaffFixtures.as(
                        contexts, stranger, () -> crisis.clear(lead, CrisisOutcome.FALSE_POSITIVE, "Nothing")))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> crisis.listOpen(lead)))
                .isInstanceOf(RecordMissingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t"})
    void a_note_is_mandatory(String note) {
        assertThatThrownBy(() -> StaffFixtures.as(
                        contexts, clinician, () -> crisis.clear(lead, CrisisOutcome.FALSE_POSITIVE, note)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Write down what you found and did, in at most 2,000 characters.");
        assertThat(open().facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
        assertThat(StaffFixtures.as(contexts, clinician, () -> crisis.listOpen(lead)))
                .hasSize(2);
    }

    @Test
    void a_hold_is_cleared_once() {
        StaffFixtures.as(contexts, clinician, () -> crisis.clear(lead, CrisisOutcome.HISTORICAL, "Long ago"));

        assertThatThrownBy(() -> StaffFixtures.as(
                        contexts, clinician, () -> crisis.clear(lead, CrisisOutcome.HISTORICAL, "Long ago")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("This lead is not on a crisis hold.");
    }

    @Test
    void a_new_cry_for_help_after_clearing_holds_again() {
        StaffFixtures.as(contexts, clinician, () -> crisis.clear(lead, CrisisOutcome.HISTORICAL, "Long ago"));

        raise(CrisisLevel.RED, "kill myself");

        assertThat(open().facts().crisisLevel()).isEqualTo(CrisisLevel.RED);
        assertThat(StaffFixtures.as(contexts, clinician, () -> crisis.listOpen(lead)))
                .extracting(OpenFlag::phrase)
                .containsExactly("kill myself");
    }

    @Test
    void clearing_a_merged_lead_clears_the_flags_of_both_for_good() {
        var coordinator = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        var other = LeadFixtures.opened(
                system,
                transactions,
                intake,
                LeadFixtures.enquiry(
                        PersonFixtures.named("Zoe", "Kay"),
                        clinic.id(),
                        "Hello",
                        Instant.parse("2026-06-14T17:00:00Z"),
                        null));
        var merge = StaffFixtures.as(
                contexts,
                coordinator,
                () -> merges.merge(new MergeOrder(
                        lead,
                        leads.open(lead).facts().version(),
                        other,
                        leads.open(other).facts().version(),
                        MergeKind.ONE_ENQUIRY,
                        Map.of())));
        raise(CrisisLevel.RED, "kill myself");

        assertThat(StaffFixtures.as(contexts, clinician, () -> crisis.listOpen(other)))
                .extracting(OpenFlag::phrase)
                .containsExactly("wrote a note", "last hope", "kill myself");
        StaffFixtures.as(contexts, clinician, () -> crisis.clear(other, CrisisOutcome.HISTORICAL, "Long ago"));
        StaffFixtures.as(contexts, coordinator, () -> merges.unmerge(merge));

        for (var each : List.of(lead, other)) {
            assertThat(StaffFixtures.as(contexts, clinician, () -> crisis.listOpen(each)))
                    .isEmpty();
            assertThat(StaffFixtures.as(
                            contexts, clinician, () -> leads.open(each).facts().crisisLevel()))
                    .isNull();
        }
    }

    @Test
    void of_several_texts_the_gravest_finding_counts() {
        var found = system.run(
                () -> watch.examine(Map.of("message", "my last hope", "anything else", "I want to end my life")));

        assertThat(found).contains(new Finding(CrisisLevel.RED, "anything else", "end my life"));
    }

    private void raise(CrisisLevel level, String phrase) {
        system.run(() ->
                transactions.executeWithoutResult(status -> watch.raise(lead, new Finding(level, "message", phrase))));
    }

    private LeadDetails open() {
        return StaffFixtures.as(contexts, clinician, () -> leads.open(lead));
    }

    private List<String> flags() {
        return jdbc.sql("""
                        SELECT CONCAT_WS('|', level, phrase, outcome, note, cleared_by) FROM crisis_flag
                        WHERE lead_id = ? ORDER BY raised_at
                        """).param(lead.value()).query(String.class).list();
    }
}
