package clinic.daybreak.staff;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is.
 *
 * @param id empty when nobody can take it
 * @param fullName empty as well then
 * @param why in words, for the timeline
 * @param passAfter business time after which the lead goes on to the next one when it was not opened
 */
public record NextOwner(@Nullable StaffId id, @Nullable String fullName, String why, Duration passAfter) {}
