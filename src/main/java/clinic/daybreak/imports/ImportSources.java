package clinic.daybreak.imports;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.SystemWork;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** By which way in the rows of a file come: one that is known, so that what it delivered is told again, or their own. */
@Component
class ImportSources {

    private static final int NAME_LENGTH = 120;

    private final SourceService sources;
    private final SystemWork system;
    private final Clock clock;

    ImportSources(SourceService sources, SystemWork system, Clock clock) {
        this.sources = sources;
        this.system = system;
        this.clock = clock;
    }

    List<SourceDetails> list() {
        return sources.listWithFiles();
    }

    SourceId of(ImportRun run) {
        var settings = run.settings();
        var chosen = settings.source();
        if (chosen == null) {
            return open(run, settings).id();
        }
        return list().stream()
                .map(SourceDetails::id)
                .filter(chosen::equals)
                .findFirst()
                .orElseThrow(() -> new RefusedException("The chosen source was closed meanwhile. Choose another one."));
    }

    private SourceDetails open(ImportRun run, ImportSettings settings) {
        var day = clock.instant().atZone(ZoneId.of(settings.zone())).toLocalDate();
        var name = run.name() + " " + day;
        return system.run(() -> sources.openForFile(
                "import-" + run.id(), name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH)));
    }
}
