package clinic.daybreak.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Test
    void a_form_is_read_with_plus_percent_and_every_script() {
        var fields =
                form("first_name=Zo%C3%AB+Ann&last_name=O%27Neil&message=a%26b%3Dc&name=%E6%9D%8E%F0%9F%98%80&empty=");

        assertThat(fields.get("first_name")).isEqualTo("Zoë Ann");
        assertThat(fields.get("last_name")).isEqualTo("O'Neil");
        assertThat(fields.get("message")).isEqualTo("a&b=c");
        assertThat(fields.get("name")).isEqualTo("李😀");
        assertThat(fields.isSet("empty")).isFalse();
        assertThat(fields.get("missing")).isEmpty();
    }

    @Test
    void json_is_read_with_numbers_arrays_and_absent_values() {
        var fields = json("""
                {"first_name": "Zo\\u00eb", "phone": 6615550142, "consent_email": true, "email": null,
                 "tags": ["a", 1], "address": {"city": "Bakersfield"}, "score": 1.5}
                """);

        assertThat(fields.get("first_name")).isEqualTo("Zoë");
        assertThat(fields.get("phone")).isEqualTo("6615550142");
        assertThat(fields.get("consent_email")).isEqualTo("true");
        assertThat(fields.isSet("email")).isFalse();
        assertThat(fields.get("tags")).isEqualTo("[\"a\",1]");
        assertThat(fields.get("address")).isEqualTo("{\"city\":\"Bakersfield\"}");
        assertThat(fields.get("score")).isEqualTo("1.5");
    }

    @Test
    void of_a_form_field_that_comes_twice_the_first_counts() {
        assertThat(form("email=a@example.com&email=b@example.com").get("email")).isEqualTo("a@example.com");
    }

    @Test
    void a_json_field_that_comes_twice_is_refused_for_nobody_knows_which_one_is_meant() {
        assertThatThrownBy(() -> json("{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}"))
                .isInstanceOf(Fields.UnreadableException.class)
                .hasMessageContaining("well-formed JSON");
    }

    @Test
    void control_characters_are_left_out_and_line_breaks_stay() {
        assertThat(form("message=a%00b%07%1B%0D%0Ac%09d%7F").get("message")).isEqualTo("ab\r\nc\td");
        assertThat(json("{\"message\":\"a\\u0000b\\r\\nc\"}").get("message")).isEqualTo("ab\r\nc");
    }

    @Test
    void halves_of_surrogate_pairs_are_replaced() {
        assertThat(json("{\"message\":\"a\\ud83db\\ude00\"}").get("message")).isEqualTo("a?b?");
        assertThat(form("message=%ED%A0%BD").get("message")).doesNotContainPattern("[\\ud800-\\udfff]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%1", "a=%zz", "%=b", "a=%-1"})
    void a_form_with_a_bad_percent_sign_is_refused(String body) {
        assertThatThrownBy(() -> form(body))
                .isInstanceOf(Fields.UnreadableException.class)
                .hasMessage("The form is not encoded as application/x-www-form-urlencoded.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "{\"a\":1} x", "{'a':1}", "{\"a\":NaN}"})
    void what_is_no_json_is_refused(String body) {
        assertThatThrownBy(() -> json(body)).isInstanceOf(Fields.UnreadableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "1", "null", "[{\"a\":1}]"})
    void json_that_is_no_object_is_refused(String body) {
        assertThatThrownBy(() -> json(body))
                .isInstanceOf(Fields.UnreadableException.class)
                .hasMessage("The body must be one JSON object.");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_in_json_and_replaced_in_a_form() {
        var broken = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Fields.ofJson(broken)).isInstanceOf(Fields.UnreadableException.class);
        assertThat(Fields.ofForm("a=\u00e9".getBytes(StandardCharsets.ISO_8859_1))
                        .get("a"))
                .isEqualTo("\uFFFD");
    }

    @Test
    void json_nested_a_hundred_thousand_deep_is_refused() {
        var body = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> json(body)).isInstanceOf(Fields.UnreadableException.class);
    }

    @Test
    void ten_thousand_fields_are_refused_and_two_hundred_are_read() {
        assertThatThrownBy(() -> form(numbered(10_000, "f%d=1", "&")))
                .isInstanceOf(Fields.UnreadableException.class)
                .hasMessage("There are more than 200 fields.");
        assertThatThrownBy(() -> json("{" + numbered(10_000, "\"f%d\":1", ",") + "}"))
                .isInstanceOf(Fields.UnreadableException.class)
                .hasMessage("There are more than 200 fields.");
        assertThat(form(numbered(200, "f%d=1", "&")).all()).hasSize(200);
        assertThat(json("{" + numbered(200, "\"f%d\":1", ",") + "}").all()).hasSize(200);
    }

    @Test
    void all_values_come_in_the_order_of_the_alphabet() {
        assertThat(form("b=2&a=1&=x&c").all().toString()).isEqualTo("{a=1, b=2}");
    }

    @Test
    void surrounding_space_does_not_count() {
        assertThat(form("email=++a@example.com%0D%0A").get("email")).isEqualTo("a@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/json; charset=utf-8, true",
        "Application/JSON, true",
        "application/x-www-form-urlencoded, true",
        "text/plain, false",
        "multipart/form-data; boundary=x, false",
        "application/jsonp, false"
    })
    void readable_content_types_are_json_and_forms(String type, boolean readable) {
        assertThat(Fields.isReadable(type)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({"utf-8, true", "UTF8, true", "ISO-8859-1, false", "utf-16, false", "no-such, false"})
    void only_utf_8_is_utf_8(String charset, boolean expected) {
        assertThat(Fields.isUtf8(charset)).isEqualTo(expected);
    }

    @Property(tries = 1_000)
    void any_bytes_are_read_or_refused_with_a_sentence(@ForAll byte[] body, @ForAll boolean asJson) {
        try {
            assertThat(Fields.read(asJson ? "application/json" : "application/x-www-form-urlencoded", body)
                            .all())
                    .isNotNull();
        } catch (Fields.UnreadableException e) {
            assertThat(e).hasMessageMatching("The .+\\.|There .+\\.");
        }
    }

    private static String numbered(int count, String each, String between) {
        return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining(between));
    }

    private static Fields form(String body) {
        return Fields.ofForm(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Fields json(String body) {
        return Fields.ofJson(body.getBytes(StandardCharsets.UTF_8));
    }
}
