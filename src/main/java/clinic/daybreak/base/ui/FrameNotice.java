package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A slot at the top of every page, for features whose news must be seen everywhere. Sorted by {@code @Order}. */
public interface FrameNotice {

    /** The notice for the one signed in; empty when there is nothing to say. Made anew with each page. */
    Optional<Component> create();
}
