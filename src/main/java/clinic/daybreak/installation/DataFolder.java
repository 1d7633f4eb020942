package clinic.daybreak.installation;

import clinic.daybreak.base.Uuid7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder under which this installation keeps what is not in a database elsewhere. One process at a time holds it,
 * by a file lock that the operating system gives back even after a crash.
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Creates the folder when missing, checks that it can be written, and takes its lock. */
    static DataFolder open(Path wanted) {
        var root = wanted.toAbsolutePath().normalize();
        FileChannel lock;
        try {
            Files.createDirectories(root);
            lock = FileChannel.open(root.resolve("daybreak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "DAYBREAK_DATA_DIR",
                    "the folder " + root + " cannot be written.",
                    "Expected a folder that the account running Daybreak may create files in.");
        }
        if (!locks(lock)) {
            throw new StartRefusedException(
                    "DAYBREAK_DATA_DIR",
                    "the folder " + root + " is in use by another running Daybreak.",
                    "Expected a folder of its own: stop the other process, or name another folder.");
        }
        return new DataFolder(root, lock);
    }

    private static boolean locks(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    public Path root() {
        return root;
    }

    /** A folder below the root, made when missing, readable by this account only. */
    public Path folder(String name) {
        try {
            return privately(Files.createDirectories(root.resolve(name)), "rwx------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names this installation's process for good: nobody else can hold the folder at the same time. */
    public String nodeId() {
        var file = root.resolve("node.id");
        var kept = readSecret(file);
        if (kept != null) {
            return kept;
        }
        var fresh = Uuid7.next().toString();
        writeSecret(file, fresh);
        return fresh;
    }

    /** The content of a small secret file, or null when it does not exist yet. */
    static @Nullable String readSecret(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a small secret file so that only this account can read it, and never half of it. */
    static void writeSecret(Path file, String secret) {
        try {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, "");
            privately(part, "rw-------");
            Files.writeString(part, secret);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path privately(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
