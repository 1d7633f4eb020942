package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.SqlTime;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PresenceServiceTest extends MergingTest {

    @Autowired
    PresenceService presence;

    @Autowired
    PresenceKeeper keeper;

    @Autowired
    Clock clock;

    private LeadId lead;
    private StaffMember colleague;

    @BeforeEach
    void somebodyWrites() {
        lead = wrote("Ann", "Lee", PersonFixtures.freshEmail(), "");
        colleague = StaffFixtures.opened(system, staff, StaffRole.COORDINATOR, clinic);
    }

    @Test
    void whoever_has_it_open_is_shown_to_the_others_and_not_to_themselves() {
        var here = act(() -> presence.enter(lead));

        assertThat(others()).containsExactly(coordinator.fullName());
        assertThat(act(() -> presence.listOthers(lead))).isEmpty();

        here.leave();
        assertThat(others()).isEmpty();
    }

    @Test
    void whoever_closes_one_of_two_tabs_is_still_there() {
        var one = act(() -> presence.enter(lead));
        var two = act(() -> presence.enter(lead));

        one.leave();
        one.leave();
        assertThat(others()).containsExactly(coordinator.fullName());

        two.leave();
        assertThat(others()).isEmpty();
    }

    @Test
    void nobody_stays_at_a_screen_of_a_node_that_died() {
        jdbc.sql("INSERT INTO lead_presence (lead_id, staff_id, seen_at) VALUES (?, ?, ?)")
                .param(lead.value())
                .param(coordinator.id().value())
                .param(SqlTime.of(clock.instant().minus(Duration.ofMinutes(2))))
                .update();

        assertThat(others()).isEmpty();
    }

    @Test
    void whoever_stays_for_long_is_renewed() {
        var here = act(() -> presence.enter(lead));
        jdbc.sql("UPDATE lead_presence SET seen_at = '2020-01-01' WHERE lead_id = ?")
                .param(lead.value())
                .update();
        assertThat(others()).isEmpty();

        keeper.round();

        assertThat(others()).containsExactly(coordinator.fullName());
        here.leave();
    }

    private List<String> others() {
        return StaffFixtures.as(contexts, colleague, () -> presence.listOthers(lead));
    }
}
