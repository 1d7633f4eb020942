package clinic.daybreak.capture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Slot: how one kind of sender speaks. Features above offer one bean for each {@link SourceKind} that they understand. An
 * implementation looks at bytes and headers only, so that it works while the database is away.
 */
public interface SenderFormat {

    SourceKind kind();

    /**
     * Checks who sent it, over the exact bytes, and takes it apart into the submissions that it carries: most often one,
     * none when there is nothing to keep. What is genuine but cannot be understood is still one arrival, without an
     * identity: it is kept for a human.
     *
     * @throws NotGenuineException when the secret or the signature is missing or wrong
     */
    List<Arrival> receive(Hook hook);

    /**
     * The answers in one stored submission by the sender's own names, in the sender's order; several values of one answer
     * are joined by ", ". Unknown ones are kept.
     *
     * @param body as stored
     * @throws Fields.UnreadableException when the body is not what this sender sends
     */
    Map<String, String> answers(String contentType, byte[] body);

    /**
     * Which of the sender's names mean which of ours ({@link FieldMapping#TARGETS}), as far as the sender itself fixes
     * them; names that somebody gave are not in it.
     */
    default Map<String, String> fixedNames() {
        return Map.of();
    }

    /**
     * What the sender keeps for us and has to be asked for, once for each submission; empty when all has come already. It is
     * stored beside what came, and {@link #answers} is then given it instead.
     *
     * @throws LookUpFailedException when it cannot be had now; it is tried again later
     */
    default Optional<byte[]> lookUp(byte[] body, HookSource source) {
        return Optional.empty();
    }

    /**
     * Why one stored submission must not become a lead by itself, although it can be read: because a program wrote it, or
     * because it needs another kind of answer than an enquiry. It is kept, nothing is sent, and a human can still have it
     * processed.
     *
     * @param body as stored
     */
    default Optional<Reservation> reservation(String contentType, byte[] body) {
        return Optional.empty();
    }

    /** A genuine request as this sender would make it, for the daily test of the way in. */
    Hook sample(String secret, String submissionId);
}
