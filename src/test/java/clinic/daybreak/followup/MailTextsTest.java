package clinic.daybreak.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.daybreak.person.Language;
import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextsTest {

    private static final Pattern HEALTH = Pattern.compile(
            "ketamin|infusi|depress|depresi|suicid|treatment|tratamiento|therap|terapia|clinic[ao]l|patient|paciente",
            Pattern.CASE_INSENSITIVE);

    private final MailTexts texts = new MailTexts();

    static Stream<Arguments> all() {
        return Stream.of(MailTemplate.values())
                .flatMap(template -> Stream.of(Language.values()).map(language -> Arguments.of(template, language)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_mail_exists_in_both_languages_with_nothing_unresolved(MailTemplate template, Language language) {
        var mail = texts.write(template, language, values("Ann"));

        assertThat(mail.subject()).isNotBlank().doesNotContain("{{", "}}");
        assertThat(mail.text()).isNotBlank().doesNotContain("{{", "}}", "null");
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_subject_says_anything_of_health_or_of_the_person(MailTemplate template, Language language) {
        var subject = texts.write(template, language, values("Ann")).subject();

        assertThat(HEALTH.matcher(subject).find()).as(subject).isFalse();
        assertThat(subject).doesNotContain("Ann");
    }

    private static List<String> fields(MailTemplate template) {
        return switch (template) {
            case CRISIS_ALERT -> List.of("link", "locationName");
            case STAFF_ALERT -> List.of("link", "what");
            default -> List.of("hasName", "firstName", "locationName", "locationPhone");
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_missing_field_stops_the_mail(MailTemplate template, Language language) {
        for (var field : fields(template)) {
            var values = values("Ann");
            values.remove(field);
            assertThatThrownBy(() -> texts.write(template, language, values))
                    .as(field)
                    .isInstanceOf(MustacheException.class);
        }
    }

    @Test
    void who_gave_no_name_is_greeted_without_one() {
        assertThat(texts.write(MailTemplate.ENQUIRY_RECEIVED, Language.EN, values(""))
                        .text())
                .startsWith("Hello,\n");
        assertThat(texts.write(MailTemplate.ENQUIRY_RECEIVED, Language.ES, values(""))
                        .text())
                .startsWith("Hola:\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Neil", "D’Angelo", "Nguyễn", "李", "😀", "<b>Ann</b>", "Tom & Ann", "{{link}}", "{{#hasName}}"
            })
    void a_name_stands_in_the_text_as_it_is(String name) {
        assertThat(texts.write(MailTemplate.ENQUIRY_RECEIVED, Language.EN, values(name))
                        .text())
                .startsWith("Hello " + name + ",\n");
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_mail_to_a_person_carries_the_emergency_line(MailTemplate template, Language language) {
        if (!template.isInternal()) {
            assertThat(texts.write(template, language, values("Ann")).text()).contains("911", "988");
        }
    }

    @Test
    void the_crisis_version_promises_no_time_and_has_no_offer() {
        assertThat(texts.write(MailTemplate.CRISIS_ACKNOWLEDGEMENT, Language.EN, values("Ann"))
                        .text())
                .doesNotContain("will answer", "opening hours", "book", "http");
    }

    @Test
    void an_alert_to_staff_holds_a_link_and_no_name() {
        assertThat(texts.write(MailTemplate.CRISIS_ALERT, Language.EN, values("Ann"))
                        .text())
                .contains("http://localhost:8080/leads/1")
                .doesNotContain("Ann");
    }

    private static Map<String, Object> values(String firstName) {
        return new HashMap<>(Map.of(
                "firstName",
                firstName,
                "hasName",
                !firstName.isBlank(),
                "locationName",
                "Daybreak Bakersfield",
                "locationPhone",
                "(661) 555-0100",
                "locationAddress",
                "1 Chester Avenue",
                "link",
                "http://localhost:8080/leads/1",
                "what",
                "A way in is answering its senders with errors."));
    }
}
