package clinic.daybreak.followup.ui;

import clinic.daybreak.followup.MessageState;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The state of a message as text with a small marker. */
class MessageMark extends Span {

    MessageMark(MessageState state) {
        setText(state.label());
        addClassNames(
                "stage-mark", "message-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
