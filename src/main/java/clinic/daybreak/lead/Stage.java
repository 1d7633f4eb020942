package clinic.daybreak.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where a lead is on its way from enquiry to first infusion (DOMAIN 1). The last three are closed. */
public enum Stage {
    NEW("New"),
    CONTACTING("Contacting"),
    CONTACTED("Contacted"),
    QUALIFIED("Qualified"),
    RECORDS("Records"),
    CLINICAL_REVIEW("Clinical review"),
    CLEARED("Cleared"),
    BOOKED("Booked"),
    INFUSED("Infused"),
    LOST("Lost"),
    DISQUALIFIED("Disqualified"),
    INVALID("Invalid");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isClosed() {
        return ordinal() > INFUSED.ordinal();
    }

    /** Whether somebody still has something to do: not closed, and not handed over to the health record. */
    public boolean isOpen() {
        return ordinal() < INFUSED.ordinal();
    }

    /** The way through, without the closed ones. */
    public static List<Stage> way() {
        return Arrays.stream(values()).filter(stage -> !stage.isClosed()).toList();
    }

    /** Where staff may move a lead from here by hand. NEW is left only by a logged attempt. */
    public Set<Stage> targets() {
        return switch (this) {
            case NEW, INFUSED, LOST, DISQUALIFIED, INVALID -> Set.of();
            case CONTACTING -> Set.of(CONTACTED);
            case CONTACTED -> Set.of(QUALIFIED);
            case QUALIFIED -> Set.of(CONTACTED, RECORDS);
            case RECORDS -> Set.of(QUALIFIED, CLINICAL_REVIEW);
            case CLINICAL_REVIEW -> Set.of(RECORDS, CLEARED);
            case CLEARED -> Set.of(CLINICAL_REVIEW, BOOKED);
            case BOOKED -> Set.of(CLEARED, INFUSED);
        };
    }

    boolean isForwardTo(Stage target) {
        return target.ordinal() > ordinal();
    }
}
