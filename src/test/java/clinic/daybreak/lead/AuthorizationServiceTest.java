package clinic.daybreak.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.person.PersonFixtures;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AuthorizationServiceTest extends MergingTest {

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    CorrespondenceService correspondence;

    private final String email = PersonFixtures.freshEmail();
    private LeadId lead;

    @BeforeEach
    void somebodyWritesForAnother() {
        lead = wrote(
                PersonFixtures.writer("Ann", "Lee", email, ""),
                clinic,
                PersonFixtures.writer("Bo", "Lee", "", ""),
                MORNING);
    }

    @Test
    void nothing_may_be_told_until_it_is_recorded_how_the_patient_allowed_it() {
        assertThat(neutralOnly(lead)).isTrue();

        record("Bo said so by phone");

        assertThat(neutralOnly(lead)).isFalse();
        var rights = act(() -> authorizations.find(lead)).orElseThrow();
        assertThat(rights.authorization().words()).isEqualTo("Bo said so by phone");
        assertThat(rights.recordedBy().id()).isEqualTo(coordinator.id());
        assertThat(open(lead).timeline())
                .filteredOn(item -> item.kind() == TimelineKind.AUTHORIZATION)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.actor()).isEqualTo(coordinator.fullName());
                    assertThat(item.body()).isEqualTo("Bo said so by phone");
                });
        assertThat(audit(lead)).contains("Authorization recorded");
    }

    @Test
    void it_can_be_revoked_and_then_nothing_may_be_told_again() {
        record("Bo said so by phone");

        act(() -> authorizations.revoke(lead, version(lead), "Bo changed his mind"));

        assertThat(neutralOnly(lead)).isTrue();
        assertThat(timeline(lead)).contains("Authorization revoked: tell the contact nothing about the patient");
        assertThat(audit(lead)).contains("Authorization revoked");
        assertThatThrownBy(() -> act(() -> authorizations.revoke(lead, version(lead), "Again")))
                .isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void how_it_was_given_is_required(String words) {
        assertThatThrownBy(() -> record(words)).isInstanceOf(RefusedException.class);
        assertThat(neutralOnly(lead)).isTrue();
    }

    @Test
    void who_wrote_for_themselves_needs_none() {
        var own = wrote("Cy", "Low", PersonFixtures.freshEmail(), "");

        assertThat(neutralOnly(own)).isFalse();
        assertThat(act(() -> authorizations.find(own))).isEmpty();
        assertThatThrownBy(() -> act(() -> authorizations.record(own, version(own), "By phone")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void it_is_of_one_lead_and_does_not_follow_to_another_contact_by_a_merge() {
        record("Bo said so by phone");
        var fathers = wrote(
                PersonFixtures.writer("Carl", "Lee", PersonFixtures.freshEmail(), ""),
                clinic,
                PersonFixtures.writer("Bo", "Lee", "", ""),
                MORNING);

        merge(lead, fathers, MergeKind.ONE_ENQUIRY, Map.of(MergeField.CONTACT, fathers));

        assertThat(neutralOnly(lead)).isTrue();
    }

    @Test
    void a_lead_of_another_location_is_not_there() {
        var stranger =
                StaffFixtures.opened(system, staff, StaffRole.CLINICIAN, LocationFixtures.opened(system, locations));

        assertThatThrownBy(() -> StaffFixtures.as(contexts, stranger, () -> authorizations.find(lead)))
                .isInstanceOf(RecordMissingException.class);
        assertThatThrownBy(() -> StaffFixtures.as(
                        contexts, stranger, () -> authorizations.record(lead, version(lead), "By phone")))
                .isInstanceOf(RecordMissingException.class);
    }

    private void record(String words) {
        act(() -> authorizations.record(lead, version(lead), words));
    }

    private boolean neutralOnly(LeadId id) {
        return system.run(
                () -> transactions.execute(status -> correspondence.of(id).neutralOnly()));
    }
}
