package clinic.daybreak.staff;

/** Knows how much colleagues have to do; asked of those who have a limit. */
public interface Workload {

    /** Whether that colleague has fewer open leads than so many. */
    boolean isBelow(StaffId staff, int limit);
}
