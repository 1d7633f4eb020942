package clinic.daybreak.lead;

import clinic.daybreak.staff.CurrentStaff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom to contact next, at the locations of the one who asks. */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
@Transactional(readOnly = true)
public class TodayService {

    /** What is due later is not today's work. */
    public static final Duration AHEAD = Duration.ofHours(12);

    private final TodaySearch today;
    private final LeadSearch search;
    private final LeadHistory history;
    private final List<TodaySignals> signals;
    private final CurrentStaff current;
    private final Clock clock;

    TodayService(
            TodaySearch today,
            LeadSearch search,
            LeadHistory history,
            List<TodaySignals> signals,
            CurrentStaff current,
            Clock clock) {
        this.today = today;
        this.search = search;
        this.history = history;
        this.signals = signals;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What is due now or within {@link #AHEAD}, in the order of {@link TodayEntry#ORDER}. Who is on a crisis hold stands on top,
     * whoever owns the lead.
     *
     * @param limit the most pressing so many
     */
    public List<TodayEntry> list(TodayFilter filter, int limit) {
        var scope = current.scope();
        var now = clock.instant();
        var known = open(signals.stream()
                .flatMap(each -> each.list(scope, limit).stream())
                .toList());
        var leads = new LinkedHashMap<LeadId, LeadSummary>();
        Stream.of(
                        search.onCrisisHold(scope, limit),
                        today.due(scope, filter, now.plus(AHEAD), limit),
                        today.of(scope, List.copyOf(known.keySet())).stream()
                                .filter(filter::wants)
                                .toList())
                .flatMap(List::stream)
                .forEach(lead -> leads.putIfAbsent(lead.id(), lead));
        return leads.values().stream()
                .map(lead -> TodayEntry.of(lead, known.get(lead.id()), now))
                .sorted(TodayEntry.ORDER)
                .limit(limit)
                .toList();
    }

    /** What came up counts until somebody has tried to reach the person since. */
    private Map<LeadId, TodaySignal> open(List<TodaySignal> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        var tried = history.lastAttempts(all.stream().map(TodaySignal::lead).toList());
        return all.stream()
                .filter(signal -> !signal.since().isBefore(tried.getOrDefault(signal.lead(), Instant.MIN)))
                .collect(Collectors.toMap(TodaySignal::lead, Function.identity(), (one, other) -> one));
    }
}
