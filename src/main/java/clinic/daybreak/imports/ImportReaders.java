package clinic.daybreak.imports;

import clinic.daybreak.capture.EnquiryReader;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.location.LocationId;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.StaffService;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the reader of an import's rows, with the scope of the one who imports as it is now. */
@Component
class ImportReaders {

    private final EnquiryReader enquiries;
    private final StaffService staff;
    private final LocationService locations;
    private final SourceService sources;
    private final Clock clock;

    ImportReaders(
            EnquiryReader enquiries,
            StaffService staff,
            LocationService locations,
            SourceService sources,
            Clock clock) {
        this.enquiries = enquiries;
        this.staff = staff;
        this.locations = locations;
        this.sources = sources;
        this.clock = clock;
    }

    RowReader of(ImportRun run) {
        return of(run, run.settings());
    }

    /** With settings that are yet to be decided. */
    RowReader of(ImportRun run, ImportSettings settings) {
        return new RowReader(enquiries, run.columns(), settings, scope(run), sourceName(run), clock.instant());
    }

    private Set<LocationId> scope(ImportRun run) {
        return run.staff().map(id -> staff.get(id).locations()).orElseGet(locations::ids);
    }

    private String sourceName(ImportRun run) {
        return run.source()
                .or(() -> Optional.ofNullable(run.settings().source()))
                .map(id -> sources.get(id).name())
                .orElseGet(run::name);
    }
}
