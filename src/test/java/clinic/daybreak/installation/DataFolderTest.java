package clinic.daybreak.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_folder_is_made() throws Exception {
        try (var data = DataFolder.open(folder.resolve("a/b"))) {
            assertThat(data.root()).isDirectory().isAbsolute();
        }
    }

    @Test
    void a_folder_in_use_is_refused_until_it_is_given_back() throws Exception {
        try (var data = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageStartingWith("DAYBREAK_DATA_DIR: ")
                    .hasMessageContaining(data.root() + " is in use by another running Daybreak");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void a_file_in_the_way_is_refused_by_name() throws Exception {
        var file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("DAYBREAK_DATA_DIR: ")
                .hasMessageContaining(file + " cannot be written");
    }

    @Test
    void a_folder_without_the_right_to_write_is_refused_by_name() throws Exception {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may write anywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));

        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(folder + " cannot be written");
    }

    @Test
    void folders_and_secrets_are_for_this_account_only() throws Exception {
        try (var data = DataFolder.open(folder)) {
            var mail = data.folder("captured-mail");
            DataFolder.writeSecret(mail.resolve("secret"), "abc");

            assertThat(permissions(mail)).isEqualTo("rwx------");
            assertThat(permissions(mail.resolve("secret"))).isEqualTo("rw-------");
            assertThat(DataFolder.readSecret(mail.resolve("secret"))).isEqualTo("abc");
            assertThat(DataFolder.readSecret(mail.resolve("none"))).isNull();
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
