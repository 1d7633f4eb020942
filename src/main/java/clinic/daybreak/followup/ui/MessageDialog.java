package clinic.daybreak.followup.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.followup.MessageDetails;
import clinic.daybreak.lead.ui.LeadNavigation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;

/** One message as its recipient reads it, and what became of it. */
class MessageDialog extends Dialog {

    MessageDialog(MessageDetails message, ZoneId zone) {
        var summary = message.summary();
        setHeaderTitle(summary.subject());
        setWidth("640px");
        var facts = new DescriptionList();
        fact(facts, "To", new Span(summary.recipient()));
        fact(facts, "State", new MessageMark(summary.state()));
        if (summary.reason() != null) {
            fact(facts, "Why", new Span(summary.reason()));
        }
        fact(facts, "Written", new Span(Times.exact(summary.createdAt(), zone)));
        if (summary.finishedAt() != null) {
            fact(facts, "Done", new Span(Times.exact(summary.finishedAt(), zone)));
        }
        if (message.serverAnswer() != null) {
            fact(facts, "Taken over", new Span(message.serverAnswer()));
        }
        if (summary.lead() != null) {
            fact(facts, "About", new Anchor(LeadNavigation.details(summary.lead()), "Open the lead"));
        }
        var text = new Div(message.text());
        text.addClassName("message-text");
        var content = new Div(facts, text);
        content.addClassName("message-dialog");
        add(content);
        getFooter().add(new Button("Close", click -> close()));
    }

    private static void fact(DescriptionList list, String name, Component value) {
        list.add(new Term(name), new Description(value));
    }
}
