package clinic.daybreak.capture;

/**
 * What became of a delivery: it is on disk.
 *
 * @param id of the submission; of a repeat that of the first delivery
 * @param isRepeat whether it had been delivered before; nothing further happens then
 * @param isSameBody whether a repeat says the same as the first delivery; the same name for something else is a mistake of
 *     its sender
 */
public record Receipt(SubmissionId id, boolean isRepeat, boolean isSameBody) {}
