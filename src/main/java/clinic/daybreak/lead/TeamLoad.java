package clinic.daybreak.lead;

import clinic.daybreak.staff.Availability;
import clinic.daybreak.staff.TeamMember;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague has to do at one's own locations. Numbers are counted up to {@link TeamLoadService#COUNT_CAP}: more than that
 * is "200+".
 *
 * @param colleague empty for what nobody owns
 * @param availability now
 * @param open leads that are on their way
 * @param overdue open ones whose next step was due
 * @param unanswered open ones that wait for an answer
 * @param dueToday open ones that are due within the next twelve hours and not yet
 */
public record TeamLoad(
        @Nullable TeamMember colleague,
        Availability availability,
        int open,
        int overdue,
        int unanswered,
        int dueToday) {}
