package clinic.daybreak.watch;

import clinic.daybreak.capture.SourceId;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.SystemWork;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets administrators bring a sender's own list, and shows what came of the last ones. */
@Service
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
public class ReconciliationService {

    private static final int SHOWN = 5;

    private final ReconciliationRepository runs;
    private final Reconciling reconciling;
    private final SourceService sources;
    private final CurrentStaff current;
    private final SystemWork system;

    ReconciliationService(
            ReconciliationRepository runs,
            Reconciling reconciling,
            SourceService sources,
            CurrentStaff current,
            SystemWork system) {
        this.runs = runs;
        this.reconciling = reconciling;
        this.sources = sources;
        this.current = current;
        this.system = system;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ReconciliationSummary> list(SourceId source) {
        return runs.findBySourceOrderByRanAtDesc(sources.get(source).id(), Limit.of(SHOWN)).stream()
                .map(Reconciliation::summary)
                .toList();
    }

    /**
     * @param file CSV with the names of its columns in the first row, at most 20 MB
     * @throws clinic.daybreak.base.RefusedException when the file is no such list
     */
    @PreAuthorize("hasRole('ADMIN')")
    public ReconciliationSummary compare(SourceId source, byte[] file) {
        var by = current.get().fullName();
        return system.run(() -> reconciling.compare(source, file, by));
    }
}
