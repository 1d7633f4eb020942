package clinic.daybreak.staff;

/**
 * A colleague with when they work.
 *
 * @param version hand it back with a change, so that a colleague's unseen change is not overwritten
 */
public record TeamMember(StaffMember member, WorkPlan plan, long version) {}
