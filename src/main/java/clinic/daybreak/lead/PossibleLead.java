package clinic.daybreak.lead;

import clinic.daybreak.person.MatchEvidence;
import java.util.List;

/**
 * A lead whose person may be the same as one of another lead.
 *
 * @param lead the newest one of theirs that the one who asks may see
 * @param name of the person who may be the same, which is not always the patient
 * @param differences what speaks against it, in words, for example "other name"
 */
public record PossibleLead(LeadSummary lead, String name, MatchEvidence evidence, List<String> differences) {}
