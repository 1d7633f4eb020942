package clinic.daybreak.capture.ui;

import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.LeadOrder;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.lead.LeadSummary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the lead that a submission belongs to, among the open ones of one's locations. */
class AttachDialog extends Dialog {

    private static final int SHOWN = 10;

    private final LeadService leads;
    private final Predicate<LeadId> attach;
    private final Div found = new Div();

    /** @param attach returns whether it was done */
    AttachDialog(LeadService leads, Predicate<LeadId> attach) {
        this.leads = leads;
        this.attach = attach;
        setHeaderTitle("Attach to a lead");
        setWidth("480px");
        var search = new TextField("Name, e-mail or phone");
        search.setWidthFull();
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.getElement().setAttribute("data-autofocus", "");
        search.addValueChangeListener(change -> search(change.getValue().strip()));
        found.addClassName("attach-found");
        found.getElement().setAttribute("aria-live", "polite");
        add(search, found);
        getFooter().add(new Button("Cancel", click -> close()));
    }

    private void search(String words) {
        found.removeAll();
        if (words.length() < 2) {
            return;
        }
        var open = leads
                .list(
                        new LeadFilter(words, Set.of(), null, null, false, null, null),
                        LeadOrder.NEWEST,
                        null,
                        0,
                        SHOWN * 3)
                .stream()
                .filter(lead -> lead.stage().isOpen())
                .limit(SHOWN)
                .toList();
        if (open.isEmpty()) {
            found.add(
                    new Paragraph("No open lead is found by that. Try another name, or process the message instead."));
        }
        open.forEach(lead -> found.add(choice(lead)));
    }

    private Button choice(LeadSummary lead) {
        return new Button(lead.name() + " · " + lead.stage().label(), click -> {
            if (attach.test(lead.id())) {
                close();
            }
        });
    }
}
