package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.capture.SubmissionHistory;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.location.LocationService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the list of entries that a sender keeps with what was stored, and stores what never arrived. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
public class Reconciling {

    private static final Duration MARGIN = Duration.ofDays(1);

    /** How far back is looked when a list does not say when its entries were written. */
    private static final Duration WITHOUT_TIME = Duration.ofDays(90);

    private final SourceService sources;
    private final SubmissionHistory history;
    private final LocationService locations;
    private final ReconciliationRepository runs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reconciling(
            SourceService sources,
            SubmissionHistory history,
            LocationService locations,
            ReconciliationRepository runs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sources = sources;
        this.history = history;
        this.locations = locations;
        this.runs = runs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The same list once more changes nothing.
     *
     * @param by name of the one who brought the list
     * @throws clinic.daybreak.base.RefusedException when the file is no such list
     */
    @Transactional
    public ReconciliationSummary compare(SourceId id, byte[] file, String by) {
        var source = sources.get(id);
        var zone = zone(source);
        var rows = SenderList.read(file).stream()
                .map(row -> ListedRow.of(row, history.byOurNames(id, row), zone))
                .toList();
        var known = new KnownSubmissions(history.since(id, from(rows)));
        var missing = rows.stream().filter(row -> !known.contains(row)).toList();
        var kept = keep(id, missing);
        events.publishEvent(new ListCompared(id, rows.size(), kept.size()));
        return runs.save(new Reconciliation(id, by, rows.size(), rows.size() - kept.size(), kept, clock.instant()))
                .summary();
    }

    private List<SubmissionId> keep(SourceId source, List<ListedRow> missing) {
        return missing.isEmpty()
                ? List.of()
                : history.keepMissed(
                        source, missing.stream().map(ListedRow::entry).toList());
    }

    /** Notes that a list could not be read. */
    @Transactional
    public void failed(SourceId id, String by, String why) {
        runs.save(Reconciliation.failed(id, by, why, clock.instant()));
    }

    private Instant from(List<ListedRow> rows) {
        var unknown = clock.instant().minus(WITHOUT_TIME);
        var first = rows.stream()
                .map(ListedRow::at)
                .map(at -> Objects.requireNonNullElse(at, unknown))
                .min(Instant::compareTo)
                .orElse(unknown);
        return first.minus(MARGIN);
    }

    private ZoneId zone(SourceDetails source) {
        return source.location() == null
                ? ZoneOffset.UTC
                : locations.get(source.location()).zone();
    }
}
