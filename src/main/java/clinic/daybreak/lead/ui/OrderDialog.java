package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.TodayGroup;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Says by what Today is put in order. */
class OrderDialog extends Dialog {

    OrderDialog() {
        setHeaderTitle("Why this order");
        setWidth("520px");
        var list = new OrderedList();
        list.addClassName("order-list");
        for (var group : TodayGroup.values()) {
            var name = new Span(group.label());
            name.addClassName("order-name");
            list.add(new ListItem(name, new Span(group.explanation())));
        }
        var close = new Button("Close", click -> close());
        close.getElement().setAttribute("data-autofocus", "");
        add(
                list,
                new Paragraph(
                        "Within each, whoever has been due longest comes first. The times are those of the lead's"
                                + " location: its opening hours, holidays and zone. Point at a reason to read its exact times."));
        getFooter().add(close);
    }
}
