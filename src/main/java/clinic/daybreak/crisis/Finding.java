package clinic.daybreak.crisis;

import clinic.daybreak.lead.CrisisLevel;

/**
 * What the scan found in one text.
 *
 * @param where which text, in words for staff, for example "message"
 * @param phrase the phrase of the list that matched, for the clinician who reviews it
 */
public record Finding(CrisisLevel level, String where, String phrase) {}
