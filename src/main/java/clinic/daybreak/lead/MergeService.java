package clinic.daybreak.lead;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merging of leads and people, and taking it back (decision 24). Nobody outside is told of it.
 *
 * <p>Opens no transaction around {@link #merge} and {@link #unmerge}: one that the database gave up, because two waited for
 * each other, is done anew.
 */
@Service
@PreAuthorize("hasAnyRole('COORDINATOR', 'MANAGER', 'ADMIN')")
public class MergeService {

    private static final int TRIES = 4;

    private final VisibleLeads leads;
    private final MergeComparing comparing;
    private final Merging merging;
    private final Unmerging unmerging;
    private final MergeListing listing;
    private final LeadContext context;

    MergeService(
            VisibleLeads leads,
            MergeComparing comparing,
            Merging merging,
            Unmerging unmerging,
            MergeListing listing,
            LeadContext context) {
        this.leads = leads;
        this.comparing = comparing;
        this.merging = merging;
        this.unmerging = unmerging;
        this.listing = listing;
        this.context = context;
    }

    /**
     * Both leads side by side; that they were looked at goes on the record. Refuses with a sentence when there is nothing to
     * merge.
     *
     * @param wanted what they may be; empty, or where that cannot be: what they can be
     */
    @Transactional
    public MergeComparison compare(LeadId lead, LeadId other, @Nullable MergeKind wanted) {
        var one = leads.find(lead).facts();
        var two = leads.find(other).facts();
        var comparison = comparing.compare(one, two, null);
        context.audit().looked("Lead", one.id().value());
        context.audit().looked("Lead", two.id().value());
        return wanted != null
                        && wanted != comparison.kind()
                        && comparison.kinds().contains(wanted)
                ? comparing.compare(one, two, wanted)
                : comparison;
    }

    /** Refuses when one of the two is no longer what the screen showed. */
    public MergeId merge(MergeOrder order) {
        return retried(() -> merging.merge(order));
    }

    /** Refuses when it was taken back already, or when these people were merged once more since. */
    public void unmerge(MergeId merge) {
        retried(() -> {
            unmerging.unmerge(merge);
            return merge;
        });
    }

    /** The merges that stand of this lead, newest first. */
    @PreAuthorize("hasAnyRole('COORDINATOR', 'CLINICIAN', 'MANAGER', 'ADMIN')")
    @Transactional(readOnly = true)
    public List<MergeSummary> list(LeadId lead) {
        return listing.of(leads.find(lead));
    }

    private static <T> T retried(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (PessimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
