package clinic.daybreak.lead;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.StaffMember;
import java.util.List;

/**
 * The tasks of one lead.
 *
 * @param tasks open ones first, by when they are due; then what was done last
 * @param location of the lead, in whose zone times are shown
 * @param colleagues who may be given a task
 */
public record LeadTasks(List<TaskSummary> tasks, LocationDetails location, List<StaffMember> colleagues) {}
