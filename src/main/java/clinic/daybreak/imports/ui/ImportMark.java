package clinic.daybreak.imports.ui;

import clinic.daybreak.imports.ImportState;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The state of an import: a small marker and its word. */
class ImportMark extends Span {

    ImportMark(ImportState state) {
        super(state.label());
        addClassNames("stage-mark", "import-" + state.name().toLowerCase(Locale.ROOT));
    }
}
