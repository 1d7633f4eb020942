package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says why there is nothing here, and offers the one thing to do. */
public class EmptyState extends Div {

    public EmptyState(String title, String why, Component... action) {
        addClassName("empty-state");
        add(Icons.of("sunrise"), new H2(title), new Paragraph(why));
        add(action);
    }
}
