package clinic.daybreak.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.InParallel;
import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class StaffServiceTest {

    @Autowired
    StaffService staff;

    @Autowired
    CurrentStaff current;

    @Autowired
    LocationService locations;

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
    }

    @Test
    void forty_leads_in_eight_threads_are_dealt_evenly_to_four_coordinators() {
        var four = Stream.generate(() -> coordinator())
                .limit(4)
                .map(StaffMember::id)
                .toList();
        var dealt = new ConcurrentHashMap<StaffId, Integer>();

        var failures = InParallel.run(8, thread -> {
            for (int i = 0; i < 5; i++) {
                dealt.merge(takeNext().id(), 1, Integer::sum);
            }
        });

        assertThat(failures).isEmpty();
        assertThat(dealt).isEqualTo(Map.of(four.get(0), 10, four.get(1), 10, four.get(2), 10, four.get(3), 10));
    }

    @Test
    void one_after_another_everybody_has_their_turn() {
        var three = Stream.generate(() -> coordinator().id()).limit(3).toList();
        var turns = new ArrayList<StaffId>();
        for (int i = 0; i < 6; i++) {
            turns.add(takeNext().id());
        }

        assertThat(turns.subList(0, 3)).containsExactlyInAnyOrderElementsOf(three);
        assertThat(turns.subList(3, 6)).isEqualTo(turns.subList(0, 3));
    }

    @Test
    void nobody_but_active_coordinators_of_the_location_gets_leads() {
        var gone = coordinator();
        switchOff(gone);
        StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);
        StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, clinic);
        StaffFixtures.opened(system, staff, StaffRole.ADMIN, clinic);
        StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, LocationFixtures.opened(system, locations));

        assertThat(system.run(() -> take()).id()).isNull();
        var there = coordinator();
        assertThat(List.of(takeNext().id(), takeNext().id())).containsExactly(there.id(), there.id());
    }

    @Test
    void a_short_password_is_refused() {
        assertThatThrownBy(() -> open(StaffFixtures.freshUsername(), "eleven-char"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("A password needs at least 12 characters.");
    }

    @Test
    void a_password_is_kept_as_a_hash_only() {
        var username = StaffFixtures.freshUsername();
        open(username, "a-long-password");

        assertThat(jdbc.sql("SELECT password_hash FROM staff_account WHERE username = ?")
                        .param(username)
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}$2")
                .doesNotContain("a-long-password");
    }

    @Test
    void a_taken_sign_in_name_is_refused() {
        var username = StaffFixtures.freshUsername();
        open(username, "a-long-password");

        assertThatThrownBy(() -> open(username, "a-long-password"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The sign-in name " + username + " is taken. Choose another.");
    }

    @Test
    void colleagues_are_those_who_share_a_location_and_are_active() {
        var one = coordinator();
        var two = StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, clinic);
        var elsewhere = LocationFixtures.opened(system, locations);
        var stranger = StaffFixtures.opened(system, staff, StaffRole.MANAGER, elsewhere);
        switchOff(coordinator());

        var listed = StaffFixtures.as(contexts, one, () -> staff.listColleagues(Set.of(clinic.id())));

        assertThat(listed).contains(one, two).doesNotContain(stranger);
        assertThat(listed)
                .filteredOn(member -> member.role() != StaffRole.ADMIN)
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void a_change_of_location_counts_at_once_and_a_switched_off_account_can_do_nothing() {
        var member = coordinator();
        StaffFixtures.as(contexts, member, () -> {
            assertThat(current.scope()).containsExactly(clinic.id());

            jdbc.sql("DELETE FROM staff_location WHERE staff_id = ?")
                    .param(member.id().value())
                    .update();
            assertThat(current.scope()).isEmpty();

            switchOff(member);
            assertThatThrownBy(() -> current.scope())
                    .isInstanceOf(AuthenticationCredentialsNotFoundException.class)
                    .hasMessage("Account switched off");
        });
    }

    @Test
    void work_on_behalf_of_somebody_has_no_more_rights_than_they_have() {
        var member = coordinator();

        system.onBehalfOf(member.id(), () -> {
            assertThat(current.get()).isEqualTo(member);
            assertThat(current.scope()).containsExactly(clinic.id());
            assertThatThrownBy(this::take)
                    .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        });
        assertThatThrownBy(() -> current.scope()).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private StaffMember coordinator() {
        return StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    private NextOwner takeNext() {
        return system.run(() -> transactions.execute(status -> take()));
    }

    private NextOwner take() {
        return staff.takeNextCoordinator(
                new NewLeadTurn(clinic.id(), "en", "Contact page", Set.of()), (member, limit) -> true);
    }

    private StaffId open(String username, String password) {
        return system.run(() -> staff.open(StaffFixtures.form(username, StaffRole.COORDINATOR, password, clinic)));
    }

    private void switchOff(StaffMember member) {
        jdbc.sql("UPDATE staff_account SET active = FALSE WHERE id = ?")
                .param(member.id().value())
                .update();
    }
}
