package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.MergeService;
import clinic.daybreak.lead.MergeSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** With whom this lead was merged, when and by whom, and the way back. */
@org.springframework.stereotype.Component
@Order(10)
class MergesPanel implements LeadPanel {

    private final MergeService merges;

    MergesPanel(MergeService merges) {
        this.merges = merges;
    }

    @Override
    public boolean isFact() {
        return true;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        var found = merges.list(lead);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var panel = new Div(new H2("Merged"));
        panel.addClassName("fact-list");
        found.forEach(merge -> panel.add(item(merge, changed)));
        return Optional.of(panel);
    }

    private Component item(MergeSummary merge, Runnable changed) {
        var words = new Span(words(merge));
        words.setTitle(Times.exact(merge.at(), merge.zone()));
        var item = new Div(words);
        item.addClassName("fact-item");
        if (merge.undoable()) {
            var undo = new Button("Unmerge", click -> {
                if (Attempts.attempt(() -> merges.unmerge(merge.id()), "They are two again. Nobody was told.")) {
                    changed.run();
                }
            });
            undo.addThemeVariants(ButtonVariant.TERTIARY);
            item.add(undo);
        }
        return item;
    }

    private static String words(MergeSummary merge) {
        var name = merge.name().isBlank() ? "somebody without a name" : merge.name();
        return (merge.kind() == MergeKind.ONE_ENQUIRY ? "Merged with " + name : "Same person as " + name) + " on "
                + Times.clock(merge.at(), merge.zone()) + ", by " + merge.by();
    }
}
