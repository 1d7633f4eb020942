package clinic.daybreak.staff;

import clinic.daybreak.location.LocationId;
import java.util.Set;

/**
 * Asks whose turn it is for a new lead.
 *
 * @param language in which the person is spoken to, two letters, lower case
 * @param source the name of the way in
 * @param notTo colleagues who had it already
 */
public record NewLeadTurn(LocationId location, String language, String source, Set<StaffId> notTo) {}
