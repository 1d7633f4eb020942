package clinic.daybreak.mailbox.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.mailbox.MailboxDetails;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.ZoneOffset;

/** One mailbox: which it is, for what it is read, and how the last look went. Knows no service. */
class MailboxPanel extends Div {

    /** @param where the location of its enquiries; empty for none */
    MailboxPanel(MailboxDetails mailbox, String where, Instant now) {
        addClassNames("panel", "mailbox-panel");
        var name = new H2(mailbox.name());
        name.addClassName("mailbox-name");
        var settings = mailbox.settings();
        var place = new Paragraph(settings.username() + " · " + settings.folder() + " on " + settings.host() + ":"
                + settings.port() + " · " + settings.encryption().label());
        place.addClassName("mailbox-place");
        add(name, place, new Paragraph(purpose(mailbox, where)), state(mailbox, now));
    }

    private static String purpose(MailboxDetails mailbox, String where) {
        if (!mailbox.notifies().isEmpty()) {
            var figures = mailbox.seen() + mailbox.missing() == 0
                    ? "none in the last seven days"
                    : mailbox.seen() + " of the last seven days arrived, " + mailbox.missing() + " did not";
            return "Notifications of " + mailbox.notifies() + ": " + figures;
        }
        return where.isEmpty() ? "Enquiries; a human says which clinic they are for" : "Enquiries for " + where;
    }

    private static Paragraph state(MailboxDetails mailbox, Instant now) {
        var checked = mailbox.lastCheckedAt();
        var ago = checked == null ? "" : Times.relativeText(checked, now, ZoneOffset.UTC);
        var state = new Paragraph(
                checked == null
                        ? "Not looked into yet"
                        : mailbox.problem().isEmpty() ? "Checked " + ago : mailbox.problem() + " Tried " + ago + ".");
        state.addClassName(mailbox.problem().isEmpty() ? "mailbox-fine" : "mailbox-problem");
        return state;
    }

    void offer(Button... actions) {
        var row = new Div(actions);
        row.addClassName("mailbox-actions");
        add(row);
    }
}
