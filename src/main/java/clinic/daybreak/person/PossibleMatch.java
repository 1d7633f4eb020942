package clinic.daybreak.person;

/**
 * Somebody who may be the same human being; nobody has decided yet.
 *
 * @param person the row that stands for them now
 */
public record PossibleMatch(PersonId person, MatchEvidence evidence) {}
