package clinic.daybreak.imports.ui;

import clinic.daybreak.imports.RowOutcome;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Map;

/** Rows by what became, or would become, of them. */
class ImportFigures extends Div {

    ImportFigures(String title, Map<RowOutcome, Integer> counts) {
        addClassName("import-figures");
        add(new H2(title));
        for (var outcome : RowOutcome.values()) {
            int count = counts.getOrDefault(outcome, 0);
            if (outcome != RowOutcome.WAITING || count > 0) {
                var value = new Span(Numbers.of(count));
                value.addClassName("figure-value");
                add(new Div(new Span(outcome.label()), value));
            }
        }
    }
}
