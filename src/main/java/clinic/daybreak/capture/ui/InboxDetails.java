package clinic.daybreak.capture.ui;

import clinic.daybreak.base.RecordMissingException;
import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.capture.DismissalReason;
import clinic.daybreak.capture.InboxItem;
import clinic.daybreak.capture.InboxService;
import clinic.daybreak.capture.SubmissionId;
import clinic.daybreak.lead.LeadService;
import clinic.daybreak.location.LocationDetails;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.menubar.MenuBar;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One submission: what was received, and the ways on. */
class InboxDetails extends Div {

    private final SubmissionId id;
    private final InboxService inbox;
    private final Consumer<String> done;

    /** @param done told what was done, once it is done */
    InboxDetails(
            InboxItem item,
            InboxService inbox,
            LeadService leads,
            List<LocationDetails> locations,
            ZoneId zone,
            Consumer<String> done) {
        this.id = item.entry().id();
        this.inbox = inbox;
        this.done = done;
        addClassName("panel");
        var heading = new H2(item.entry().problem());
        heading.addClassName("inbox-heading");
        add(heading, new Paragraph(came(item, zone)));
        if (item.isOpen()) {
            add(otherWays(leads));
        }
        add(given(item.given()));
        var raw = new Details("As it came", new Pre(item.raw()));
        raw.addClassName("inbox-raw");
        add(raw);
        if (item.isOpen()) {
            add(new CorrectionForm(
                    item.fields(),
                    locations,
                    item.location(),
                    (fields, location) ->
                            attempt(() -> inbox.correctAndProcess(id, fields, location), "It becomes a lead now.")));
        }
    }

    private static String came(InboxItem item, ZoneId zone) {
        int repeats = item.entry().repeats();
        return "By " + item.entry().source() + ", " + Times.exact(item.entry().receivedAt(), zone)
                + (repeats == 0 ? "" : ", delivered again " + repeats + (repeats == 1 ? " time" : " times"));
    }

    private static DescriptionList given(Map<String, String> given) {
        var list = new DescriptionList();
        list.addClassNames("facts", "inbox-given");
        given.forEach((name, value) -> {
            list.add(new DescriptionList.Term(name));
            list.add(new DescriptionList.Description(value.isBlank() ? "—" : value));
        });
        return list;
    }

    private Div otherWays(LeadService leads) {
        var again = new Button(
                "Process as it came",
                click -> attempt(() -> inbox.processAgain(id), "It is processed again as if just received."));
        var attach = new Button(
                "Attach to a lead",
                click -> new AttachDialog(
                                leads,
                                lead -> attempt(() -> inbox.attach(id, lead), "It stands on that lead's timeline."))
                        .open());
        var aside = new MenuBar();
        MenuItem menu = aside.addItem("Put aside as …");
        for (var reason : DismissalReason.values()) {
            menu.getSubMenu()
                    .addItem(
                            reason.label(),
                            click -> attempt(
                                    () -> inbox.dismiss(id, reason),
                                    "Put aside as " + reason.label() + ". Nothing is deleted."));
        }
        var row = new Div(again, attach, aside);
        row.addClassName("inbox-action");
        return row;
    }

    /** @return whether it was done */
    private boolean attempt(Runnable action, String said) {
        try {
            action.run();
            done.accept(said);
            return true;
        } catch (RefusedException e) {
            Notifications.refused(e.sentence());
        } catch (RecordMissingException e) {
            Notifications.refused("This is no longer there, or no longer for you. Go back to the list.");
        }
        return false;
    }
}
