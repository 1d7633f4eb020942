package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The top of a screen: its name, one line of context, and what can be done. */
public class ViewHeader extends Div {

    private final Span context = new Span();

    public ViewHeader(String title, Component... actions) {
        addClassName("view-header");
        context.addClassName("view-context");
        var heading = new Div(new H1(title), context);
        heading.addClassName("view-heading");
        var right = new Div(actions);
        right.addClassName("view-actions");
        add(heading, right);
    }

    public void setContext(String text) {
        context.setText(text);
    }
}
