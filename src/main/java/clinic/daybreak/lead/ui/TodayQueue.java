package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.TodayEntry;
import clinic.daybreak.lead.TodayGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands on the screen of one who works through Today: it stays where it is while new work arrives and colleagues finish
 * theirs, until the reader asks for it. Only a cry for help comes to the top at once.
 */
final class TodayQueue {

    private List<TodayEntry> shown = List.of();
    private Set<LeadId> over = Set.of();
    private final Set<LeadId> worked = new HashSet<>();
    private int waiting;

    /** Everything in its order. */
    void show(List<TodayEntry> fresh) {
        shown = List.copyOf(fresh);
        over = Set.of();
        worked.clear();
        waiting = 0;
    }

    /** News, without moving what is read. */
    void update(List<TodayEntry> fresh) {
        if (shown.isEmpty()) {
            show(fresh);
            return;
        }
        var now = fresh.stream()
                .collect(
                        Collectors.toMap(TodayQueue::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var next = new ArrayList<TodayEntry>();
        fresh.stream().filter(TodayQueue::isCrisis).forEach(next::add);
        var kept = next.stream().map(TodayQueue::id).collect(Collectors.toCollection(HashSet::new));
        var gone = new HashSet<LeadId>();
        for (var entry : shown) {
            if (kept.add(id(entry))) {
                next.add(now.getOrDefault(id(entry), entry));
                if (!now.containsKey(id(entry))) {
                    gone.add(id(entry));
                }
            }
        }
        fresh.stream()
                .filter(entry -> worked.contains(id(entry)) && kept.add(id(entry)))
                .forEach(next::add);
        waiting =
                (int) now.keySet().stream().filter(lead -> !kept.contains(lead)).count();
        shown = List.copyOf(next);
        over = Set.copyOf(gone);
    }

    /** Worked on by the reader: it makes room, and comes last where something of it is still due today. */
    void worked(LeadId lead) {
        worked.add(lead);
        shown = shown.stream().filter(entry -> !id(entry).equals(lead)).toList();
    }

    List<TodayEntry> shown() {
        return shown;
    }

    /** New entries that are not shown yet. */
    int waiting() {
        return waiting;
    }

    /** Whether it was done meanwhile, by a colleague. */
    boolean isOver(TodayEntry entry) {
        return over.contains(id(entry));
    }

    private static boolean isCrisis(TodayEntry entry) {
        return entry.group() == TodayGroup.CRISIS;
    }

    private static LeadId id(TodayEntry entry) {
        return entry.lead().id();
    }
}
