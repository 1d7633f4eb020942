package clinic.daybreak.staff.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A slot below the sign-in form, for what may be said to everybody who sees it. */
public interface SignInNotice {

    Optional<Component> create();
}
