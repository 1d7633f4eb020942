package clinic.daybreak.watch;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.Uuid7;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.installation.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the lists that scripts drop into {@code reconcile/<code of the way in>} below the data folder, at night. Each goes to
 * {@code done} afterwards, or to {@code failed}, under a new name, for the old one may hold anything. Of several nodes one
 * does it, with its own folder.
 */
@Component
class ReconcileFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileFolder.class);
    private static final String BY = "Daybreak";

    /** One that is still being written is left for the next night. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final DataFolder data;
    private final SourceService sources;
    private final Reconciling reconciling;
    private final Clock clock;

    ReconcileFolder(DataFolder data, SourceService sources, Reconciling reconciling, Clock clock) {
        this.data = data;
        this.sources = sources;
        this.reconciling = reconciling;
        this.clock = clock;
    }

    void takeAll() {
        var root = data.folder("reconcile");
        for (var source : sources.list()) {
            var folder = root.resolve(source.code());
            if (Files.isDirectory(folder)) {
                files(folder).forEach(file -> take(source, file));
            }
        }
    }

    private List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(Files::isRegularFile)
                    .filter(this::isSettled)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSettled(Path file) {
        return file.toFile().lastModified() <= clock.instant().minus(SETTLED).toEpochMilli();
    }

    private void take(SourceDetails source, Path file) {
        try {
            if (Files.size(file) > SenderList.MAX_BYTES) {
                throw new RefusedException("The list is larger than 20 MB. Export a shorter span of time.");
            }
            reconciling.compare(source.id(), Files.readAllBytes(file), BY);
            move(file, "done");
        } catch (RefusedException e) {
            reconciling.failed(source.id(), BY, e.sentence());
            move(file, "failed");
        } catch (IOException e) {
            LOG.error("A list for source {} could not be read; it is tried again in the next night", source.id(), e);
        }
    }

    private static void move(Path file, String where) {
        try {
            var folder = Files.createDirectories(file.resolveSibling(where));
            Files.move(file, folder.resolve(Uuid7.next() + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
