package clinic.daybreak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The start script chooses a JDK, Maven and Node as promised; its cases are sentences in the shell script. */
class MavenWrapperTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void mvnw_keeps_its_promises() throws Exception {
        var temporary = Files.createDirectories(Path.of("target/mvnw-test").toAbsolutePath());
        var builder = new ProcessBuilder("sh", "src/test/sh/mvnw_test.sh").redirectErrorStream(true);
        builder.environment().put("TMPDIR", temporary.toString());

        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains(", 0 failed");
    }
}
