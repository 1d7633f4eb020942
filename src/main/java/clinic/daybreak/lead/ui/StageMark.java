package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A stage as text with a small marker: the colour repeats what the word says. */
public class StageMark extends Span {

    public StageMark(Stage stage) {
        setText(stage.label());
        addClassNames(
                "stage-mark", "stage-" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
