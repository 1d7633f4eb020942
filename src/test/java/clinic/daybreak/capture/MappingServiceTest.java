package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RefusedException;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

@IntegrationTest
class MappingServiceTest {

    @Autowired
    MappingService mappings;

    @Autowired
    SourceService sources;

    @Autowired
    SubmissionStore store;

    @Autowired
    SubmissionProcessing processing;

    @Autowired
    LocationService locations;

    @Autowired
    StaffService staff;

    @Autowired
    SystemWork system;

    @Autowired
    SecurityContextHolderStrategy contexts;

    @Autowired
    JdbcClient jdbc;

    private LocationDetails clinic;
    private StaffMember admin;
    private SourceDetails source;
    private final String email = PersonFixtures.freshEmail();

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        LocationFixtures.opened(system, locations);
        admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);
        source = CaptureFixtures.opened(system, sources);
    }

    @Test
    void the_fields_of_what_came_last_are_shown_with_a_guess_and_the_look_is_on_the_record() {
        var id = receive(Map.of("Correo electrónico", email, "Ihr Name", "Ann Lee", "location", clinic.code()));

        var draft = draft();

        assertThat(draft.given()).containsEntry("Ihr Name", "Ann Lee");
        assertThat(draft.names()).isEqualTo(Map.of("Correo electrónico", "email", "location", "location"));
        assertThat(draft.missing()).isEmpty();
        assertThat(jdbc.sql("SELECT actor_name FROM audit_entry WHERE subject_id = ? AND action = 'Looked at'")
                        .param(id.value().toString())
                        .query(String.class)
                        .list())
                .containsExactly(admin.fullName());
    }

    @Test
    void nothing_is_shown_before_anything_came() {
        assertThat(as(() -> mappings.draft(source.id()))).isEmpty();
    }

    @Test
    void a_preview_says_which_lead_would_come_of_it() {
        receive(Map.of("a", "Ann Lee", "b", email, "c", "Please call", "d", "Monday", "location", clinic.code()));
        var draft = draft();

        var good = as(() -> mappings.preview(
                draft, Map.of("a", "full_name", "b", "email", "c", "message", "location", "location")));
        var bad = as(() -> mappings.preview(draft, Map.of("location", "location")));
        var nowhere = as(() -> mappings.preview(draft, Map.of("b", "email", "location", "utm_term")));

        assertThat(good)
                .isEqualTo(new MappingPreview("Ann Lee", email, "", clinic.name(), "Please call\n\nd: Monday", ""));
        assertThat(bad.problem()).startsWith("It says neither who wrote nor how to reach them.");
        assertThat(nowhere.problem()).isEqualTo("It does not say which location it is for.");
        assertThat(nowhere.location()).isEmpty();
    }

    @Test
    void what_waited_for_its_fields_becomes_a_lead_once_they_are_mapped_and_what_waits_for_another_reason_stays() {
        var unmapped = receive(Map.of("a", "Ann Lee", "b", email, "location", clinic.code()));
        var broken = processed(RawSubmission.named(
                source.id(), CaptureFixtures.freshId(), "application/json", "", "{".getBytes(StandardCharsets.UTF_8)));
        assertThat(waiting()).isEqualTo(1);

        save(draft(), Map.of("a", "full_name", "b", "email", "location", "location"));
        as(() -> {
            mappings.processWaiting(source.id());
            return true;
        });
        system.run(() -> processing.process(unmapped));

        assertThat(state(unmapped)).isEqualTo("PROCESSED");
        assertThat(state(broken)).isEqualTo("NEEDS_HUMAN");
        assertThat(waiting()).isZero();
    }

    @Test
    void a_field_that_was_renamed_is_shown_as_missing_and_mapping_the_new_one_lets_entries_through_again() {
        receive(Map.of("mail", email, "Name", "Ann Lee", "location", clinic.code()));
        save(draft(), Map.of("mail", "email", "Name", "full_name", "location", "location"));
        var renamed = receive(Map.of("Deine Post", email, "Name", "Ann Lee", "location", clinic.code()));
        assertThat(state(renamed)).isEqualTo("NEEDS_HUMAN");

        var draft = draft();
        assertThat(draft.missing()).containsExactly("mail");
        var names = new HashMap<>(draft.names());
        names.put("Deine Post", "email");
        save(draft, names);

        var next = receive(Map.of("Deine Post", email, "Name", "Ann Lee", "location", clinic.code()));
        assertThat(state(next)).isEqualTo("PROCESSED");
        assertThat(system.run(() -> sources.get(source.id()).mapping().names()))
                .containsEntry("mail", "email")
                .containsEntry("Deine Post", "email");
    }

    @Test
    void a_mapping_that_a_colleague_has_saved_meanwhile_is_not_overwritten() {
        receive(Map.of("a", "Ann Lee", "b", email, "location", clinic.code()));
        var mine = draft();
        save(draft(), Map.of("a", "full_name"));

        assertThatThrownBy(() -> save(mine, Map.of("a", "last_name")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("A colleague");
    }

    @Test
    void a_manager_of_another_clinic_is_not_shown_what_was_written_to_this_one() {
        receive(Map.of("email", email, "full_name", "Ann Lee", "location", clinic.code()));
        var other = LocationFixtures.opened(system, locations);
        var stranger = StaffFixtures.opened(system, staff, StaffRole.MANAGER, other);
        var colleague = StaffFixtures.opened(system, staff, StaffRole.MANAGER, clinic);

        assertThat(StaffFixtures.as(contexts, stranger, () -> mappings.draft(source.id())))
                .isEmpty();
        Optional<MappingDraft> seen = StaffFixtures.as(contexts, colleague, () -> mappings.draft(source.id()));
        assertThat(seen).isPresent();
    }

    private SubmissionId receive(Map<String, String> fields) {
        return processed(CaptureFixtures.json(source, CaptureFixtures.freshId(), fields));
    }

    private SubmissionId processed(RawSubmission raw) {
        var id = store.store(raw).id();
        system.run(() -> processing.process(id));
        return id;
    }

    private MappingDraft draft() {
        return as(() -> mappings.draft(source.id()).orElseThrow());
    }

    private void save(MappingDraft draft, Map<String, String> names) {
        as(() -> {
            mappings.save(draft, names);
            return true;
        });
    }

    private int waiting() {
        return as(() -> mappings.countWaiting(source.id()));
    }

    private String state(SubmissionId id) {
        return jdbc.sql("SELECT state FROM submission WHERE id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private <T> T as(Supplier<T> work) {
        return StaffFixtures.as(contexts, admin, work);
    }
}
