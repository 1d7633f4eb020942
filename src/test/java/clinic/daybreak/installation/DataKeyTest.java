package clinic.daybreak.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeyTest {

    private static final String SETTING = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "HwECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello Ann,", "D’Angelo, Nguyễn, 李, 😀, مرحبا", "line\r\nline"})
    void what_was_encrypted_is_read_back(String text) throws Exception {
        var key = key(SETTING);

        assertThat(key.decrypt(key.encrypt(text, "row 1"), "row 1")).isEqualTo(text);
    }

    @Test
    void the_stored_bytes_do_not_show_the_words() throws Exception {
        var stored = key(SETTING).encrypt("Hello Ann, Hello Ann", "row 1");

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Ann");
    }

    @Test
    void the_same_words_are_encrypted_differently_each_time() throws Exception {
        var key = key(SETTING);

        assertThat(key.encrypt("Hello", "row 1")).isNotEqualTo(key.encrypt("Hello", "row 1"));
    }

    @Test
    void a_text_cannot_be_read_in_another_row() throws Exception {
        var key = key(SETTING);
        var stored = key.encrypt("Hello", "row 1");

        assertThatThrownBy(() -> key.decrypt(stored, "row 2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() throws Exception {
        var key = key(SETTING);
        var stored = key.encrypt("Hello", "row 1");
        for (int i = 0; i < stored.length; i++) {
            var changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.decrypt(changed, "row 1")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void another_key_reads_nothing_and_has_another_fingerprint() throws Exception {
        var stored = key(SETTING).encrypt("Hello", "row 1");
        var other = key(OTHER);

        assertThatThrownBy(() -> other.decrypt(stored, "row 1")).isInstanceOf(IllegalStateException.class);
        assertThat(other.fingerprint()).isNotEqualTo(key(SETTING).fingerprint());
    }

    @Test
    void without_a_setting_the_first_start_makes_a_key_that_the_next_one_finds() throws Exception {
        byte[] stored;
        try (var data = DataFolder.open(folder)) {
            stored = DataKey.of(null, data).encrypt("Hello", "row 1");
        }
        try (var data = DataFolder.open(folder)) {
            assertThat(DataKey.of(" ", data).decrypt(stored, "row 1")).isEqualTo("Hello");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("encryption.key"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "AAEC", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISI="})
    void a_wrong_setting_is_refused_by_name_without_being_shown(String setting) throws Exception {
        try (var data = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataKey.of(setting, data))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("DAYBREAK_ENCRYPTION_KEY: ")
                    .hasMessageContaining("Expected 32 bytes in Base64")
                    .hasMessageNotContaining(setting);
        }
    }

    private DataKey key(String setting) throws Exception {
        try (var data = DataFolder.open(folder)) {
            return DataKey.of(setting, data);
        }
    }
}
