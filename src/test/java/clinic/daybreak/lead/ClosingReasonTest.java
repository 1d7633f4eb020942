package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.staff.StaffRole;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingReasonTest {

    private static final Map<ClosingReason, Set<StaffRole>> RESERVED = Map.of(
            ClosingReason.NOT_MEDICAL_CANDIDATE, EnumSet.of(StaffRole.CLINICIAN),
            ClosingReason.REFERRED_EMERGENCY_CARE, EnumSet.of(StaffRole.CLINICIAN, StaffRole.MANAGER),
            ClosingReason.REQUESTED_DELETION, EnumSet.of(StaffRole.MANAGER),
            ClosingReason.DECEASED, EnumSet.of(StaffRole.MANAGER));

    @ParameterizedTest
    @EnumSource
    void a_reason_may_be_given_by_its_roles_only(ClosingReason reason) {
        var roles = RESERVED.getOrDefault(reason, EnumSet.allOf(StaffRole.class));

        assertThat(Arrays.stream(StaffRole.values()).filter(reason::isFor)).containsExactlyInAnyOrderElementsOf(roles);
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_leads_to_a_closed_stage(ClosingReason reason) {
        assertThat(reason.stage().isClosed()).isTrue();
        assertThat(reason.label()).isNotBlank();
    }

    @Test
    void a_coordinator_is_offered_no_clinical_reason() {
        assertThat(ClosingReason.listFor(StaffRole.COORDINATOR))
                .hasSize(16)
                .contains(ClosingReason.COST, ClosingReason.SPAM, ClosingReason.AGE_INELIGIBLE)
                .doesNotContainAnyElementsOf(RESERVED.keySet());
    }

    @Test
    void no_administrator_decides_what_a_clinician_must() {
        assertThat(ClosingReason.NOT_MEDICAL_CANDIDATE.isFor(StaffRole.ADMIN)).isFalse();
    }
}
