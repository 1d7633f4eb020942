package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final SourceId SOURCE = new SourceId(UUID.randomUUID());
    private static final byte[] BODY = {1};
    private static final Map<String, String> WRITTEN = Map.of(
            "full_name", "Ann Lee",
            "email", "ann@example.com",
            "phone", "(661) 555-0142",
            "message", "Please call\nTuesday",
            "page_url", "https://clinic.example/contact",
            "Which days", "Mon");

    @ParameterizedTest
    @ValueSource(strings = {"full_name", "email", "phone", "message", "page_url", "Which days"})
    void whatever_somebody_wrote_makes_another_message(String name) {
        assertThat(of(with(name, "other"))).isNotEqualTo(of(WRITTEN));
        assertThat(of(with(name, ""))).isNotEqualTo(of(WRITTEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted_at", "submission_id", "utm_source", "utm_campaign", "referrer"})
    void what_changes_by_itself_does_not(String name) {
        assertThat(of(with(name, "other"))).isEqualTo(of(WRITTEN));
    }

    @Test
    void spaces_at_the_ends_line_breaks_capitals_of_an_address_and_the_order_do_not_count() {
        assertThat(of(with("email", " Ann@Example.com "))).isEqualTo(of(WRITTEN));
        assertThat(of(with("message", "Please call\r\nTuesday\n"))).isEqualTo(of(WRITTEN));
        assertThat(of(with("message", "please call\nTuesday"))).isNotEqualTo(of(WRITTEN));
    }

    @Test
    void another_source_is_another_message() {
        assertThat(Fingerprint.of(new SourceId(UUID.randomUUID()), WRITTEN, BODY))
                .isNotEqualTo(of(WRITTEN));
    }

    @Test
    void without_anything_written_the_bytes_count() {
        var nothing = Map.of("message", " ", "submitted_at", "today");

        assertThat(Fingerprint.of(SOURCE, nothing, BODY)).isEqualTo(Fingerprint.of(SOURCE, Map.of(), BODY));
        assertThat(Fingerprint.of(SOURCE, nothing, new byte[] {2})).isNotEqualTo(Fingerprint.of(SOURCE, nothing, BODY));
    }

    @Property(tries = 200)
    void moving_words_from_one_field_to_the_next_makes_another_message(
            @ForAll @AlphaChars @NotBlank String first, @ForAll @AlphaChars @NotBlank String second) {
        assertThat(of(Map.of("a", first + second, "b", "x"))).isNotEqualTo(of(Map.of("a", first, "b", second + "x")));
    }

    @Test
    void a_webhooks_answers_are_read_by_the_mapping_and_its_bytes_count_when_they_cannot_be_read() {
        var mapped = source(new FieldMapping(Map.of("When", "submitted_at"), Set.of("When", "Text")));

        assertThat(of(mapped, "When=1&Text=Hello")).isEqualTo(of(mapped, "When=2&Text=Hello"));
        assertThat(of(mapped, "When=1&Text=Hello")).isNotEqualTo(of(mapped, "When=1&Text=Bye"));
        assertThat(of(source(null), "When=1&Text=Hello")).isNotEqualTo(of(source(null), "When=2&Text=Hello"));
        assertThat(of(mapped, "%")).isEqualTo(of(mapped, "%")).isNotEqualTo(of(mapped, "%%"));
    }

    @Test
    void of_two_fields_for_one_meaning_both_count() {
        var mapped = source(new FieldMapping(Map.of("A", "message", "B", "message"), Set.of("A", "B")));

        assertThat(of(mapped, "A=1&B=2")).isNotEqualTo(of(mapped, "A=1&B=3"));
    }

    private static SourceDetails source(FieldMapping mapping) {
        return new SourceDetails(SOURCE, "s", "Website", SourceKind.GENERIC, null, mapping, null);
    }

    private static byte[] of(SourceDetails source, String form) {
        return Fingerprint.of(source, new FormFormat(), "", form.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] of(Map<String, String> fields) {
        return Fingerprint.of(SOURCE, fields, BODY);
    }

    private static Map<String, String> with(String name, String value) {
        var changed = new LinkedHashMap<>(WRITTEN);
        changed.put(name, value);
        return changed;
    }

    /** Reads forms; nothing else of it is asked for here. */
    private static final class FormFormat implements SenderFormat {

        @Override
        public SourceKind kind() {
            return SourceKind.GENERIC;
        }

        @Override
        public List<Arrival> receive(Hook hook) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> answers(String contentType, byte[] body) {
            return Fields.ofForm(body).inOrder();
        }

        @Override
        public Hook sample(String secret, String submissionId) {
            throw new UnsupportedOperationException();
        }
    }
}
