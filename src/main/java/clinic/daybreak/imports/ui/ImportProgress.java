package clinic.daybreak.imports.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** How far background work is. */
class ImportProgress extends Div {

    /** @param total 0 when nobody knows */
    ImportProgress(String what, int done, int total) {
        addClassName("import-progress");
        var bar = new ProgressBar();
        var words = new Span(total == 0 ? what : what + ": " + Numbers.of(done) + " of " + Numbers.rows(total));
        if (total == 0) {
            bar.setIndeterminate(true);
        } else {
            bar.setMax(total);
            bar.setValue(Math.min(done, total));
        }
        bar.getElement().setAttribute("aria-label", what);
        add(words, bar);
    }
}
