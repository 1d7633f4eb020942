package clinic.daybreak.lead;

import clinic.daybreak.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to do for a lead.
 *
 * @param title what, in at most {@link TaskService#TITLE_LENGTH} characters
 * @param dueAt by when; empty when it does not matter
 * @param assignee who does it; of the lead's own location
 */
public record NewTask(String title, @Nullable Instant dueAt, StaffId assignee) {}
