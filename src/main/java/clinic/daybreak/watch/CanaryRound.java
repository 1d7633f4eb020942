package clinic.daybreak.watch;

import org.springframework.stereotype.Component;

/** One round of daily proofs: what became of the last ones, then those that are due. */
@Component
class CanaryRound {

    private final Canaries canaries;
    private final CanarySender sender;

    CanaryRound(Canaries canaries, CanarySender sender) {
        this.canaries = canaries;
        this.sender = sender;
    }

    void run() {
        canaries.settle();
        try {
            sender.sendDue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
