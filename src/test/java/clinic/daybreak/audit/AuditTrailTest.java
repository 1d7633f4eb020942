package clinic.daybreak.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadFixtures;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.NoteService;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AuditTrailTest {

    @Autowired
    LeadService leads;

    @Autowired
    NoteService notes;

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
    AuthenticationConfiguration authentication;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;
    private StaffMember coordinator;
    private LeadId lead;

    @BeforeEach
    void openLead() {
        clinic = LocationFixtures.opened(system, locations);
        coordinator = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
        lead = LeadFixtures.opened(
                system,
                transactions,
                intake,
                LeadFixtures.enquiry(
                        PersonFixtures.named("Annabel", "Leeward"),
                        clinic.id(),
                        "Hello",
                        Instant.parse("2026-06-15T17:00:00Z"),
                        null));
    }

    @Test
    void what_daybreak_does_by_itself_is_recorded_in_its_name() {
        assertThat(entries()).containsExactlyInAnyOrder("Daybreak|Lead opened", "Daybreak|Assigned");
    }

    @Test
    void each_look_at_a_person_is_recorded_with_the_name_of_who_looked() {
        StaffFixtures.as(contexts, coordinator, () -> {
            leads.open(lead);
            leads.open(lead);
        });

        assertThat(entries())
                .filteredOn(entry -> entry.endsWith("Looked at"))
                .containsExactly(coordinator.fullName() + "|Looked at", coordinator.fullName() + "|Looked at");
    }

    @Test
    void drawing_a_list_is_no_look_at_a_person() {
        StaffFixtures.as(contexts, coordinator, () -> {
            leads.list(LeadFilter.ALL, LeadOrder.NEWEST, null, 0, 10);
            leads.isChanged(lead, 0, 0);
            leads.requireVisible(lead);
        });

        assertThat(entries()).noneMatch(entry -> entry.startsWith(coordinator.fullName()));
    }

    @Test
    void each_change_is_recorded_with_the_name_of_who_changed() {
        StaffFixtures.as(contexts, coordinator, () -> notes.add(lead, "Hello"));

        assertThat(entries()).contains(coordinator.fullName() + "|Note added");
    }

    @Test
    void a_change_that_was_refused_is_not_recorded() {
        var stranger =
                StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, LocationFixtures.opened(system, locations));

        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> notes.add(lead, "Hello")))
                .isInstanceOf(RecordMissingException.class);

        assertThat(entries()).noneMatch(entry -> entry.startsWith(stranger.fullName()));
    }

    @Test
    void the_record_names_no_person_who_wrote() {
        StaffFixtures.as(contexts, coordinator, () -> notes.add(lead, "Annabel called"));

        assertThat(jdbc.sql("""
                        SELECT CONCAT_WS('|', action, subject_type, detail) FROM audit_entry WHERE subject_id = ?
                        """).param(lead.value()).query(String.class).list())
                .noneMatch(entry -> entry.contains("Annabel") || entry.contains("Leeward"));
    }

    @Test
    void signing_in_is_recorded() throws Exception {
        var signedIn = authentication
                .getAuthenticationManager()
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        coordinator.username(), StaffFixtures.PASSWORD));

        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(sessions(coordinator.username())).containsExactly("Signed in");
    }

    @Test
    void a_wrong_password_is_recorded_and_refused() {
        signInFails(coordinator.username(), "another-password");

        assertThat(sessions(coordinator.username())).containsExactly("Sign-in refused");
    }

    @Test
    void a_switched_off_account_is_refused_and_recorded() {
        jdbc.sql("UPDATE staff_account SET active = FALSE WHERE id = ?")
                .param(coordinator.id().value())
                .update();

        signInFails(coordinator.username(), StaffFixtures.PASSWORD);

        assertThat(sessions(coordinator.username())).containsExactly("Sign-in refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody\r\nwas here", "' OR 1=1 --", "😀"})
    void a_made_up_name_is_refused_and_recorded_on_one_line(String typed) {
        signInFails(typed, "whatever-it-is");

        assertThat(sessions(typed.replaceAll("\\p{Cntrl}", " "))).contains("Sign-in refused");
    }

    @Test
    void an_endless_name_is_cut_to_what_the_record_holds() {
        signInFails("y".repeat(5_000), "whatever-it-is");

        assertThat(sessions("y".repeat(120))).contains("Sign-in refused");
    }

    private void signInFails(String username, String password) {
        assertThatThrownBy(() -> authentication
                        .getAuthenticationManager()
                        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password)))
                .isInstanceOf(AuthenticationException.class);
    }

    private List<String> entries() {
        return jdbc.sql("SELECT CONCAT_WS('|', actor_name, action) FROM audit_entry WHERE subject_id = ? ORDER BY id")
                .param(lead.value())
                .query(String.class)
                .list();
    }

    private List<String> sessions(String name) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject_type = 'Session' AND actor_name = ?")
                .param(name)
                .query(String.class)
                .list();
    }
}
