package clinic.daybreak.capture;

/**
 * What would come of a submission by a mapping.
 *
 * @param location name of the clinic; empty when it would not be known
 * @param message their words and every answer that has no name of ours
 * @param problem why it would wait for a human, in words; empty when it would become a lead
 */
public record MappingPreview(
        String name, String email, String phone, String location, String message, String problem) {}
