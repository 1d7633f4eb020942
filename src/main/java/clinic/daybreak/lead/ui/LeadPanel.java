package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadId;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A slot on the lead page, also for other features: in its right column, or below the facts; sorted by {@code @Order}. */
public interface LeadPanel {

    /**
     * The panel for this lead and the one signed in; empty when there is nothing to show.
     *
     * @param changed to be called after the panel changed the lead, so that the page shows it
     */
    Optional<Component> create(LeadId lead, Runnable changed);

    /** Whether it stands above everything else that can be done. */
    default boolean isUrgent() {
        return false;
    }

    /** Whether it is a fact and stands below the others in the left column. */
    default boolean isFact() {
        return false;
    }
}
