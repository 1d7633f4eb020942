package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadId;
import java.util.Optional;

/** A slot on the merge screen: what merging means for what another feature keeps of a lead. */
public interface MergeConsequence {

    /** A sentence; empty when nothing of that feature is concerned. */
    Optional<String> words(LeadId absorbed);
}
