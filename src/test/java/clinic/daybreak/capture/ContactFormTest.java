package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.base.Uuid7;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationFixtures;
import clinic.daybreak.location.LocationId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactFormTest {

    private static final List<LocationDetails> TWO = List.of(clinic("bakersfield"), clinic("phoenix"));
    private static final List<LocationDetails> ONE = List.of(clinic("bakersfield"));

    @Test
    void a_name_a_way_to_answer_and_a_clinic_are_enough() {
        assertThat(errors(TWO, "first_name", "Ann", "email", "ann@example.com", "location", "phoenix"))
                .isEmpty();
        assertThat(errors(TWO, "last_name", "Suharto", "phone", "661 555 0142", "location", "phoenix"))
                .isEmpty();
    }

    @Test
    void an_empty_form_names_all_that_is_missing() {
        assertThat(errors(TWO))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("first_name", "error_name", "email", "error_contact", "location", "error_location"));
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, '', ''",
        "'', 661 555 0142, ''",
        "n/a, 661 555 0142, ''",
        "ann@example.com, none, ''",
        "n/a, '', email=error_email",
        "'', none, phone=error_phone",
        "n/a, none, email=error_email"
    })
    void one_usable_way_to_answer_is_enough(String email, String phone, String expected) {
        var errors = errors(ONE, "first_name", "Ann", "email", email, "phone", phone);

        assertThat(errors.toString()).isEqualTo("{" + expected + "}");
    }

    @Test
    void where_there_is_one_clinic_none_need_be_chosen() {
        assertThat(errors(ONE, "first_name", "Ann", "email", "ann@example.com")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "Phoenix", "''"})
    void an_unknown_clinic_is_asked_for_again(String code) {
        assertThat(errors(TWO, "first_name", "Ann", "email", "ann@example.com", "location", code))
                .isEqualTo(Map.of("location", "error_location"));
    }

    @Test
    void who_writes_for_another_names_them() {
        assertThat(errors(ONE, "first_name", "Ann", "email", "ann@example.com", "relation", "other"))
                .isEqualTo(Map.of("patient_name", "error_patient"));
        assertThat(errors(
                        ONE, "first_name", "Ann", "email", "a@example.com", "relation", "other", "patient_name", "Bo"))
                .isEmpty();
        assertThat(errors(ONE, "first_name", "Ann", "email", "a@example.com", "relation", "self"))
                .isEmpty();
    }

    @Test
    void very_long_names_and_messages_are_asked_to_be_shorter() {
        assertThat(errors(ONE, "first_name", "a".repeat(121), "email", "ann@example.com"))
                .isEqualTo(Map.of("first_name", "error_name_long"));
        assertThat(errors(ONE, "first_name", "Ann", "email", "ann@example.com", "message", "a".repeat(5_001)))
                .isEqualTo(Map.of("message", "error_message_long"));
        assertThat(errors(ONE, "first_name", "a".repeat(120), "email", "a@example.com", "message", "a".repeat(5_000)))
                .isEmpty();
    }

    @Test
    void spaces_are_no_answer() {
        assertThat(errors(ONE, "first_name", "  ", "email", " ")).containsOnlyKeys("first_name", "email");
    }

    @Test
    void a_form_is_checked_even_before_the_first_clinic_is_opened() {
        assertThat(errors(List.of(), "first_name", "Ann", "email", "ann@example.com"))
                .isEmpty();
    }

    private static Map<String, String> errors(List<LocationDetails> locations, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return new ContactForm(Fields.ofForm(body.toString().getBytes(StandardCharsets.UTF_8)), locations).errors();
    }

    private static LocationDetails clinic(String code) {
        return new LocationDetails(
                new LocationId(Uuid7.next()),
                code,
                code,
                "US",
                "(661) 555-0100",
                "1 Chester Avenue",
                LocationFixtures.weekdaysNineToFive("America/Los_Angeles"));
    }
}
