package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceHealth;
import clinic.daybreak.capture.SourceHealth.Verdict;
import clinic.daybreak.capture.SourceHealthReport;
import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the ways in of one's clinics are doing. */
@Service
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
@Transactional(readOnly = true)
public class WatchService implements SourceHealthReport {

    private final SourceAlertRepository alerts;
    private final CanaryRunRepository runs;
    private final SourceService sources;

    WatchService(SourceAlertRepository alerts, CanaryRunRepository runs, SourceService sources) {
        this.alerts = alerts;
        this.runs = runs;
        this.sources = sources;
    }

    /** The longest open first. */
    public List<OpenAlert> openAlerts() {
        var open = alerts.findByOpenAboutIsNotNullOrderBySince();
        if (open.isEmpty()) {
            return List.of();
        }
        var visible = visible();
        return open.stream()
                .filter(alert -> alert.source().map(visible::containsKey).orElse(true))
                .map(alert -> new OpenAlert(
                        alert.kind(), alert.source().map(visible::get).orElse(null), alert.since(), alert.words()))
                .toList();
    }

    private Map<SourceId, SourceDetails> visible() {
        return sources.list().stream().collect(Collectors.toMap(SourceDetails::id, Function.identity()));
    }

    @Override
    public Map<SourceId, SourceHealth> health() {
        var proved = runs.findLatestProved().stream()
                .collect(Collectors.toMap(CanaryRun::source, CanaryRun::sentAt, (one, other) -> one));
        var open = alerts.findByOpenAboutIsNotNullOrderBySince().stream()
                .filter(alert -> alert.source().isPresent())
                .collect(Collectors.groupingBy(alert -> alert.source().orElseThrow()));
        var health = new HashMap<SourceId, SourceHealth>();
        for (var source : sources.list()) {
            health.put(source.id(), judge(source, open.getOrDefault(source.id(), List.of()), proved));
        }
        return health;
    }

    /** An error is worse than silence. */
    private static SourceHealth judge(SourceDetails source, List<SourceAlert> open, Map<SourceId, Instant> proved) {
        var at = proved.get(source.id());
        var failing =
                open.stream().filter(alert -> alert.kind() != AlertKind.SILENT).findFirst();
        if (failing.isPresent()) {
            return new SourceHealth(Verdict.FAILING, failing.get().words(), at);
        }
        if (!open.isEmpty()) {
            return new SourceHealth(Verdict.SILENT, open.getFirst().words(), at);
        }
        return new SourceHealth(source.lastUsedAt() == null ? Verdict.NEVER_USED : Verdict.FINE, "", at);
    }

    /** The last few daily proofs of a way in, newest first. */
    public List<CanarySummary> proofs(SourceId source) {
        return runs.findBySourceOrderBySentAtDesc(sources.get(source).id(), Limit.of(7)).stream()
                .map(CanaryRun::summary)
                .toList();
    }
}
