package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceDetails;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A slot on the page of a way in for other features; sorted by {@code @Order}. */
public interface SourcePanel {

    /** The panel for this way in and the one signed in; empty when there is nothing to show. */
    Optional<Component> create(SourceDetails source);
}
