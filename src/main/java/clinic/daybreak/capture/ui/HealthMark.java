package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.SourceHealth;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** How a way in is doing, as a word with a small marker. */
class HealthMark extends Span {

    HealthMark(SourceHealth health) {
        setText(health.verdict().label());
        addClassNames(
                "stage-mark",
                "health-" + health.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!health.why().isEmpty()) {
            setTitle(health.why());
        }
    }
}
