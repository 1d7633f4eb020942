package clinic.daybreak.lead;

import clinic.daybreak.staff.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Whose work is wanted.
 *
 * @param owner of the leads; empty for those of everybody
 * @param onlyUnassigned those that nobody owns
 */
public record TodayFilter(@Nullable StaffId owner, boolean onlyUnassigned) {

    public static final TodayFilter EVERYBODY = new TodayFilter(null, false);
    public static final TodayFilter NOBODY = new TodayFilter(null, true);

    public static TodayFilter of(StaffId owner) {
        return new TodayFilter(owner, false);
    }

    /** Whether a lead belongs to it. */
    boolean wants(LeadSummary lead) {
        return onlyUnassigned ? lead.owner() == null : owner == null || owner.equals(lead.owner());
    }
}
