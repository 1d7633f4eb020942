package clinic.daybreak;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.imports.ImportDetails;
import clinic.daybreak.imports.ImportId;
import clinic.daybreak.imports.ImportLoading;
import clinic.daybreak.imports.ImportService;
import clinic.daybreak.imports.ImportSettings;
import clinic.daybreak.imports.RowOutcome;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.SystemWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file as the screen does, its columns as guessed; where a human would have to decide, it refuses. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Imports a CSV or tab-separated file of enquiries. Its columns are recognised by their names; what"
                        + " must be decided by a human is refused: use the screen. Stop Daybreak first: one process at a time"
                        + " holds the data folder.")
class ImportCommand implements Callable<Integer> {

    private static final long ASK_AGAIN_MILLISECONDS = 200;

    @Parameters(paramLabel = "FILE", description = "the file")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--source",
            description = "code of the source by which its entries are known; without it the file's own")
    private @Nullable String source;

    @Option(names = "--location", description = "code of the location of rows that name none")
    private @Nullable String location;

    @Option(names = "--dry-run", description = "only tell what would happen")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            System.err.println("FILE: " + file + " cannot be read.");
            return ExitCode.USAGE;
        }
        try (var context = DaybreakApplication.startForCommand()) {
            return context.getBean(SystemWork.class).run(() -> runIn(context));
        } catch (RefusedException e) {
            System.err.println(e.sentence());
            return ExitCode.SOFTWARE;
        }
    }

    private int runIn(ApplicationContext context) {
        var imports = context.getBean(ImportService.class);
        var place = findLocation(context);
        var by = findSource(context);
        var id = load(context);
        var guessed = imports.get(id).settings();
        imports.map(
                id,
                new ImportSettings(
                        guessed.columns(),
                        place.map(each -> each.zone().getId()).orElse(guessed.zone()),
                        place.map(LocationDetails::region).orElse(guessed.region()),
                        place.map(LocationDetails::id).orElse(guessed.location()),
                        by.map(SourceDetails::id).orElse(null)));
        if (dryRun) {
            imports.check(id);
            await(imports, id);
            var planned = imports.countPlanned(id);
            print("Would be ", outcome -> planned.getOrDefault(outcome, 0));
            return ExitCode.OK;
        }
        imports.start(id);
        var counts = await(imports, id).counts();
        print("", counts::of);
        return counts.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ImportId load(ApplicationContext context) {
        try (var input = Files.newInputStream(file)) {
            return context.getBean(ImportLoading.class).load(String.valueOf(file.getFileName()), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<LocationDetails> findLocation(ApplicationContext context) {
        if (location == null) {
            return Optional.empty();
        }
        var found = context.getBean(LocationService.class).findByCode(location);
        return Optional.of(found.orElseThrow(
                () -> new RefusedException("--location: there is no location with the code \"" + location + "\".")));
    }

    private Optional<SourceDetails> findSource(ApplicationContext context) {
        if (source == null) {
            return Optional.empty();
        }
        return Optional.of(context.getBean(SourceService.class).listWithFiles().stream()
                .filter(each -> each.code().equals(source))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException("--source: there is no source with the code \"" + source + "\".")));
    }

    private static ImportDetails await(ImportService imports, ImportId id) {
        var run = imports.get(id);
        while (run.state().isAtWork()) {
            try {
                Thread.sleep(ASK_AGAIN_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RefusedException("The command was interrupted; the import goes on at the next start.", e);
            }
            run = imports.get(id);
        }
        return run;
    }

    private static void print(String before, ToIntFunction<RowOutcome> count) {
        for (var outcome : RowOutcome.values()) {
            if (outcome != RowOutcome.WAITING) {
                System.out.println(
                        before + outcome.label().toLowerCase(Locale.ROOT) + ": " + count.applyAsInt(outcome));
            }
        }
    }
}
