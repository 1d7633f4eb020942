package clinic.daybreak.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;

/** A page inside the frame that says what went wrong and what to do. */
abstract class ErrorPage extends Div {

    void show(String title, String text) {
        removeAll();
        var home = new Anchor("/", "Go to Today");
        home.addClassName("button-link");
        add(new EmptyState(title, text, home));
    }
}
