package clinic.daybreak.lead;

import clinic.daybreak.location.LocationId;

/**
 * A task of a lead was given, done, or opened again.
 *
 * @param action which of these, without the words of the task
 */
public record TaskChanged(LeadId lead, LocationId location, String action) implements LeadEvent {}
