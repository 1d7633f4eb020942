package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.IntegrationTest;
import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffFixtures;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import clinic.daybreak.staff.SystemWork;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

@IntegrationTest
class SourceKeysTest {

    @Autowired
    SourceKeys keys;

    @Autowired
    SourceService sources;

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

    @BeforeEach
    void openClinic() {
        clinic = LocationFixtures.opened(system, locations);
        admin = StaffFixtures.opened(system, staff, StaffRole.ADMIN);
    }

    @Test
    void a_new_way_in_lets_in_who_shows_its_key_which_nobody_can_guess_and_the_database_does_not_know() {
        var fresh = open(SourceKind.TYPEFORM, "");
        var key = keyOf(fresh);

        assertThat(Base64.getUrlDecoder().decode(key)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(key).isNotEqualTo(keyOf(open(SourceKind.TYPEFORM, "")));
        assertThat(fresh.key()).startsWith("http").contains("/hooks/");
        var hook = sources.findByKey(key).orElseThrow();
        assertThat(hook.source().location()).isEqualTo(clinic.id());
        assertThat(hook.secret()).isEqualTo(fresh.secret()).isNotEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM source WHERE LOCATE(?, secret) OR code = ?")
                        .params(fresh.secret(), key)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(audited(fresh.source())).containsExactly("Way in opened");
    }

    @Test
    void another_key_shuts_the_old_one_out_at_once_and_a_revoked_way_in_lets_nobody_in() {
        var first = open(SourceKind.API, "");
        var second = as(() -> keys.changeKey(first.source().id()));

        assertThat(sources.findByKey(first.key())).isEmpty();
        assertThat(sources.findByKey(second.key())).isPresent();

        as(() -> {
            sources.revoke(first.source().id());
            return true;
        });
        assertThat(sources.findByKey(second.key())).isEmpty();
        assertThat(as(() -> sources.list())).doesNotContain(first.source());
        assertThatThrownBy(() -> as(() -> keys.changeKey(first.source().id()))).isInstanceOf(RefusedException.class);
        assertThat(audited(first.source())).containsExactly("Way in opened", "Key of way in changed", "Way in revoked");
    }

    @Test
    void another_secret_counts_at_once_and_keeps_the_access_token_that_nobody_typed() {
        var meta = as(() ->
                keys.open(new SourceForm(SourceKind.META, "Meta", freshCode(), "app secret", "page token", null)));
        as(() -> keys.changeSecret(meta.source().id(), "another", ""));

        var hook = sources.findByKey(keyOf(meta)).orElseThrow();
        assertThat(hook.secret()).isEqualTo("another");
        assertThat(hook.accessToken()).isEqualTo("page token");
    }

    @Test
    void meta_is_not_opened_without_the_secret_of_its_app() {
        assertThatThrownBy(() -> open(SourceKind.META, "")).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-api", "Website", "a", "ümlaut", "a b", "-a"})
    void a_code_of_the_demo_or_one_that_does_not_fit_into_an_address_is_refused(String code) {
        assertThatThrownBy(() -> as(() -> keys.open(new SourceForm(SourceKind.API, "Website", code, "", "", null))))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_key_of_the_demo_cannot_be_given_by_any_way() {
        assertThatThrownBy(() -> system.run(() -> sources.open(
                        new NewSource(freshCode(), "Website", SourceKind.API, "demo-api-key", "", "", null))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("demo mode");
    }

    @Test
    void a_code_that_is_taken_is_refused_in_words() {
        var taken = open(SourceKind.API, "").source().code();

        assertThatThrownBy(() -> as(() -> keys.open(new SourceForm(SourceKind.GENERIC, "Other", taken, "", "", null))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is taken");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTACT_PAGE", "MAILBOX", "IMPORT"})
    void ways_in_that_have_no_key_are_not_opened_here(SourceKind kind) {
        assertThatThrownBy(() -> open(kind, "")).isInstanceOf(RefusedException.class);
    }

    @Test
    void the_contact_page_cannot_be_revoked() {
        assertThatThrownBy(() -> as(() -> {
                    sources.revoke(sources.contactPage().id());
                    return true;
                }))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_manager_sees_the_ways_in_of_their_clinics_and_those_of_none() {
        var here = open(SourceKind.API, "").source();
        var other = LocationFixtures.opened(system, locations);
        var manager = StaffFixtures.opened(system, staff, StaffRole.MANAGER, other);

        List<SourceDetails> seen = StaffFixtures.as(contexts, manager, () -> sources.list());

        assertThat(seen).doesNotContain(here).extracting(SourceDetails::kind).contains(SourceKind.CONTACT_PAGE);
        assertThatThrownBy(() -> StaffFixtures.as(contexts, manager, () -> sources.get(here.id())))
                .isInstanceOf(RecordMissingException.class);
    }

    private FreshAccess open(SourceKind kind, String secret) {
        return as(() -> keys.open(new SourceForm(kind, "Website", freshCode(), secret, "", clinic.id())));
    }

    private static String freshCode() {
        return "w-" + CaptureFixtures.freshId();
    }

    private static String keyOf(FreshAccess fresh) {
        return fresh.key().substring(fresh.key().lastIndexOf('/') + 1);
    }

    private <T> T as(Supplier<T> work) {
        return StaffFixtures.as(contexts, admin, work);
    }

    private List<String> audited(SourceDetails source) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY id")
                .param(source.id().value().toString())
                .query(String.class)
                .list();
    }
}
