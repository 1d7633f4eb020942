package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.CrisisLevel;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A crisis hold in words; red for a crisis alone. */
class HoldMark extends Span {

    HoldMark(CrisisLevel level, String more) {
        super(level.label() + more);
        addClassNames("hold-mark", "hold-" + level.name().toLowerCase(Locale.ROOT));
    }
}
