package clinic.daybreak.crisis;

import clinic.daybreak.lead.CrisisLevel;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadIntake;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what arrives before any mail is thought of, and holds the lead when a human must read it first. */
@Service
@PreAuthorize("hasRole('SYSTEM')")
public class CrisisWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CrisisWatch.class);

    private final PhraseScan scan;
    private final CrisisFlagRepository flags;
    private final LeadIntake leads;
    private final Clock clock;

    CrisisWatch(PhraseScan scan, CrisisFlagRepository flags, LeadIntake leads, Clock clock) {
        this.scan = scan;
        this.flags = flags;
        this.leads = leads;
        this.clock = clock;
    }

    /**
     * The gravest finding in the texts of one message.
     *
     * @param texts each with the words by which staff know it, for example "message"
     */
    public Optional<Finding> examine(Map<String, String> texts) {
        try {
            return texts.entrySet().stream()
                    .flatMap(text -> scan.find(text.getValue(), text.getKey()).stream())
                    .max(Comparator.comparing(Finding::level));
        } catch (RuntimeException e) {
            // fail closed: what could not be scanned is read by a human
            LOG.error("The phrase scan failed; the message is held for reading", e);
            return Optional.of(new Finding(CrisisLevel.AMBER, "message", "could not be scanned"));
        }
    }

    /** Puts the finding on the lead, in the transaction that stores what the message did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(LeadId lead, Finding finding) {
        var held = leads.holdForCrisis(lead, finding.level(), finding.where());
        flags.save(new CrisisFlag(held, finding, clock.instant()));
    }
}
