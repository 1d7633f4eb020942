package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadCursor;
import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves a grid that asks by offset with pages that continue after a key: remembers where the pages it has handed out
 * ended, so that scrolling on costs the same on the thousandth page as on the first.
 */
class LeadPages {

    private final LeadService leads;
    private final LeadFilter filter;
    private final LeadOrder order;
    private final TreeMap<Integer, LeadCursor> ends = new TreeMap<>();

    LeadPages(LeadService leads, LeadFilter filter, LeadOrder order) {
        this.leads = leads;
        this.filter = filter;
        this.order = order;
    }

    List<LeadSummary> fetch(int offset, int limit) {
        var known = ends.floorEntry(offset);
        int skip = known == null ? offset : offset - known.getKey();
        @Nullable LeadCursor after = known == null ? null : known.getValue();
        var page = leads.list(filter, order, after, skip, limit);
        if (!page.isEmpty()) {
            ends.put(offset + page.size(), page.getLast().cursor(order));
        }
        return page;
    }
}
