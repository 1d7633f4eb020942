package clinic.daybreak.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.daybreak.lead.CrisisLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class PhraseScanTest {

    private final PhraseScan scan = new PhraseScan();

    static Stream<String> list() throws IOException {
        return new ClassPathResource("crisis/phrases.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("list")
    void every_phrase_of_the_list_is_found_in_a_sentence(String line) {
        var level = CrisisLevel.valueOf(line.substring(0, line.indexOf(' ')));
        var phrase = line.substring(line.indexOf(' ') + 1).replace("*", "");

        for (var sentence : new String[] {
            "Hello, I " + phrase + ". Please call.",
            phrase,
            phrase.toUpperCase(java.util.Locale.ROOT) + "!!!",
            "...\"" + phrase + "\""
        }) {
            assertThat(scan.find(sentence, "message"))
                    .as(sentence)
                    .hasValueSatisfying(found -> assertThat(found.level()).isGreaterThanOrEqualTo(level));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to KILL MYSELF",
                "I want to kill  \t myself",
                "I want to kill\r\nmyself",
                "I want to kill-myself",
                "I want to kill... myself",
                "I want to ki\u200Bll my\u200Dself",
                "I want to ki\u00ADll myself",
                "\uFEFFkill myself",
                "I want to kíll mysélf",
                "I want to ｋｉｌｌ ｍｙｓｅｌｆ",
                "I want to 𝗸𝗶𝗹𝗹 𝗺𝘆𝘀𝗲𝗹𝗳",
                "kill 😀 myself",
                "kill\u00A0myself",
                "I can’t keep myself safe",
                "I can't keep myself safe",
                "I can`t keep myself safe",
                "I canʼt keep myself safe",
                "I cant keep myself safe"
            })
    void tricks_of_spelling_hide_nothing(String text) {
        assertThat(scan.find(text, "message"))
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(CrisisLevel.RED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I can´t keep myself safe", "I want to ki\u2063ll myself", "I want to ki\u180Ell myself"})
    void rarer_apostrophes_and_invisible_characters_hide_nothing(String text) {
        assertThat(scan.find(text, "message"))
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(CrisisLevel.RED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm not suicidal",
                "I am NOT suicidal at all",
                "attempted in 2019",
                "my son is suicidal",
                "never had suicidal thoughts",
                "no self-harm, no past attempt"
            })
    void negation_history_and_others_do_not_suppress(String text) {
        assertThat(scan.find(text, "message"))
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(CrisisLevel.AMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kmsomething",
                "my skills",
                "10kms2",
                "Please call me about prices.",
                "stop",
                "STOP",
                "I want to stop smoking",
                "I took a walk",
                "the last hopeful sign",
                "Do you have a plan for payment?",
                "Hola, quiero una cita"
            })
    void everyday_words_are_not_found(String text) {
        assertThat(scan.find(text, "message")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Quiero matarme, RED",
        "pienso en QUITARME LA VIDA, RED",
        "voy a suicidarme, RED",
        "ya me quiero morir, RED",
        "no quiero vivir así, AMBER",
        "vivo sin razón para vivir, AMBER",
        "es mi última esperanza, AMBER"
    })
    void spanish_is_found_too(String text, CrisisLevel expected) {
        assertThat(scan.find(text, "message"))
                .hasValueSatisfying(found -> assertThat(found.level()).isEqualTo(expected));
    }

    @Test
    void stop_feeling_like_this_is_read_by_a_human() {
        assertThat(scan.find("I just want to stop feeling like this", "reply"))
                .contains(new Finding(CrisisLevel.AMBER, "reply", "stop feeling like this"));
    }

    @Test
    void the_gravest_phrase_counts() {
        assertThat(scan.find("I am suicidal, this is my last hope, I wrote a note", "message"))
                .contains(new Finding(CrisisLevel.RED, "message", "wrote a note"));
    }

    @Test
    void a_very_long_text_is_read_to_its_end_in_a_moment() {
        var text = "well ".repeat(50_000) + "kill myself";

        assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        java.time.Duration.ofSeconds(5), () -> scan.find(text, "message")))
                .isPresent();
    }

    @Property(tries = 1_000)
    void no_text_breaks_the_scan(@ForAll String before, @ForAll String after) {
        assertThat(scan.find(before + after, "message")).isNotNull();
        assertThat(scan.find(before + " kill myself " + after, "message")).isPresent();
    }
}
