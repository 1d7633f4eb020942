package clinic.daybreak.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(303) 555-0100",
                "303.555.0100",
                "303-555-0100",
                "3035550100",
                " 303 555 0100 ",
                "1 303 555 0100",
                "1-303-555-0100",
                "+13035550100",
                "+1 (303) 555-0100",
                "tel:+1-303-555-0100",
                "３０３ ５５５ ０１００"
            })
    void every_spelling_is_one_number(String text) {
        assertThat(PhoneNumber.parse(text, "US")).contains(new PhoneNumber("+13035550100", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1 303 555 0100 x2", "303 555 0100 ext. 2", "(303) 555-0100 extension 2", "303.555.0100;ext=2"})
    void an_extension_is_kept_apart_from_the_number(String text) {
        assertThat(PhoneNumber.parse(text, "US")).contains(new PhoneNumber("+13035550100", "2"));
    }

    @Test
    void a_number_with_a_country_code_keeps_its_country() {
        var london = PhoneNumber.parse("+44 20 7946 0018", "US").orElseThrow();

        assertThat(london.e164()).isEqualTo("+442079460018");
        assertThat(london.display("US")).isEqualTo("+44 20 7946 0018");
    }

    @Test
    void letters_on_the_keys_are_digits() {
        assertThat(PhoneNumber.parse("1-800-FLOWERS", "US")).contains(new PhoneNumber("+18003569377", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "n/a",
                "none",
                "555",
                "12",
                "call me",
                "+",
                "++1",
                "000000000000000000000",
                "maria@example.com"
            })
    void what_is_no_number_is_empty(String text) {
        assertThat(PhoneNumber.parse(text, "US")).isEmpty();
    }

    @Test
    void sixty_one_characters_are_no_number() {
        assertThat(PhoneNumber.parse("3035550100" + " ".repeat(51), "US")).isEmpty();
    }

    @Test
    void staff_read_national_numbers_at_home_and_extensions_in_words() {
        assertThat(PhoneNumber.parse("+1 303 555 0100 x2", "US").orElseThrow().display("US"))
                .isEqualTo("(303) 555-0100 ext. 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"555-0142", "5550142"})
    void a_number_without_its_area_is_no_whole_number(String text) {
        assertThat(PhoneNumber.parse(text, "US")).isEmpty();
    }
}
