package clinic.daybreak.base;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Neil", "D’Angelo", "Núñez", "Nguyễn", "王伟", "de la Cruz", "McDONALD", "الطيّب", "😀", "Null"})
    void a_name_stays_as_its_owner_writes_it(String last) {
        assertThat(new PersonName("Zoë", last).last()).isEqualTo(last);
        assertThat(new PersonName("Zoë", last).full()).isEqualTo("Zoë " + last);
    }

    @Test
    void one_word_is_a_whole_name() {
        assertThat(PersonName.ofFull("Suharto")).isEqualTo(new PersonName("Suharto", ""));
        assertThat(PersonName.ofFull("Suharto").full()).isEqualTo("Suharto");
    }

    @Test
    void of_a_whole_name_the_last_word_is_the_last_name() {
        assertThat(PersonName.ofFull("  Mary Ann   O'Neil ")).isEqualTo(new PersonName("Mary Ann", "O'Neil"));
    }

    @Test
    void control_and_direction_characters_become_one_space() {
        assertThat(new PersonName("Ann\r\nBcc: x", "Lee\u202Egro.live\u2066").full())
                .isEqualTo("Ann Bcc: x Lee gro.live");
        assertThat(new PersonName("A\u0000n\tn", "").first()).isEqualTo("A n n");
    }

    @Test
    void a_name_part_has_at_most_120_characters_and_no_half_of_a_pair() {
        assertThat(new PersonName("a".repeat(120), "").first()).hasSize(120);
        assertThat(new PersonName("a".repeat(5_000), "").first()).hasSizeLessThanOrEqualTo(120);

        var emoji = new PersonName("a" + "😀".repeat(100), "").first();
        assertThat(emoji).hasSizeLessThanOrEqualTo(120);
        assertThat(Character.isHighSurrogate(emoji.charAt(emoji.length() - 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "José García, JOSE GARCIA",
        "Sean O'Neil, Sean O’Neil",
        "Ann Lee, Ann",
        "Lee Ann, Ann Lee",
        "J. Smith, John Smith",
        "Mary-Ann Lee, Mary Ann Lee",
        "王伟, 王伟",
        "Nguyễn Văn An, Nguyen Van An",
    })
    void two_spellings_of_one_name_are_compatible(String one, String two) {
        assertThat(PersonName.ofFull(one).isCompatibleWith(PersonName.ofFull(two)))
                .isTrue();
        assertThat(PersonName.ofFull(two).isCompatibleWith(PersonName.ofFull(one)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ann Lee, Bob Lee",
        "Ann Lee, Anna Lee",
        "Ann Lee, Ann Low",
        "A. Lee, Bob Lee",
        "王伟, 李伟",
        "'', Ann",
        "'', ''",
    })
    void two_people_of_one_household_are_not_compatible(String one, String two) {
        assertThat(PersonName.ofFull(one).isCompatibleWith(PersonName.ofFull(two)))
                .isFalse();
        assertThat(PersonName.ofFull(two).isCompatibleWith(PersonName.ofFull(one)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ".", "- -", "'", ". ,"})
    void punctuation_is_nobodys_name(String text) {
        assertThat(PersonName.ofFull(text).isCompatibleWith(PersonName.ofFull("Ann Lee")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Maria M., Maria Lopez", "Ali Ali, Ali Hassan", "Ann A, Ann Lee"})
    void one_word_does_not_answer_for_two(String one, String two) {
        assertThat(PersonName.ofFull(one).isCompatibleWith(PersonName.ofFull(two)))
                .isFalse();
        assertThat(PersonName.ofFull(two).isCompatibleWith(PersonName.ofFull(one)))
                .isFalse();
    }

    @Property(tries = 500)
    void compatible_is_the_same_from_both_sides(
            @ForAll @StringLength(max = 12) String one, @ForAll @StringLength(max = 12) String two) {
        var first = PersonName.ofFull(one);
        var second = PersonName.ofFull(two);
        assertThat(first.isCompatibleWith(second)).isEqualTo(second.isCompatibleWith(first));
    }

    @Property(tries = 500)
    void any_text_makes_a_name_of_bounded_length(@ForAll String text) {
        var name = new PersonName(text, text);
        assertThat(name.first().length()).isLessThanOrEqualTo(120);
        assertThat(name.full()).doesNotContainPattern("\\p{Cntrl}");
    }
}
