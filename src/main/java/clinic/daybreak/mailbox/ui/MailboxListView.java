package clinic.daybreak.mailbox.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.LiveUpdates;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.mailbox.MailboxDetails;
import clinic.daybreak.mailbox.MailboxService;
import clinic.daybreak.mailbox.NewMailbox;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** The mailboxes that are read for enquiries, and how each is doing; administrators change them, managers look. */
@Route("settings/mailboxes")
@PageTitle("Mailboxes · Daybreak")
@Menu(title = "Mailboxes", order = 11, icon = "mailbox")
@RolesAllowed({"MANAGER", "ADMIN"})
class MailboxListView extends Div {

    private final MailboxService mailboxes;
    private final List<LocationDetails> locations;
    private final boolean mayChange;
    private final Clock clock;
    private final ViewHeader header;
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();

    MailboxListView(MailboxService mailboxes, CurrentStaff current, LiveUpdates live, Clock clock) {
        this.mailboxes = mailboxes;
        this.locations = current.locations();
        this.mayChange = current.get().isAnyOf(StaffRole.ADMIN);
        this.clock = clock;
        addClassNames("view", "mailbox-view");
        list.addClassName("mailbox-list");
        header = mayChange ? new ViewHeader("Mailboxes", addButton("Add mailbox")) : new ViewHeader("Mailboxes");
        live.watch(this, this::refresh);
        add(header, list, empty);
        refresh();
    }

    private Button addButton(String text) {
        var button =
                new Button(text, click -> new MailboxDialog(locations, mailboxes.listWebsites(), this::open).open());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private boolean open(NewMailbox form) {
        boolean done = Attempts.attempt(
                () -> mailboxes.open(form),
                "Mailbox added. What arrives from now on is read; the first look is on its way.");
        refresh();
        return done;
    }

    private void refresh() {
        var all = mailboxes.list();
        long broken = all.stream().filter(each -> !each.problem().isEmpty()).count();
        header.setContext(
                all.isEmpty()
                        ? ""
                        : "Each is looked into once a minute"
                                + (broken == 0
                                        ? ""
                                        : " · " + broken + (broken == 1 ? " needs" : " need") + " attention"));
        list.removeAll();
        list.setVisible(!all.isEmpty());
        all.forEach(each -> list.add(new ListItem(panel(each))));
        empty.removeAll();
        if (all.isEmpty()) {
            empty.add(new EmptyState(
                    "No mailbox is read",
                    mayChange
                            ? "Add the mailbox to which people write, or the one to which your website sends its notifications."
                            : "An administrator can add the mailbox to which people write."));
        }
    }

    private MailboxPanel panel(MailboxDetails mailbox) {
        var where = locations.stream()
                .filter(location -> location.id().equals(mailbox.location()))
                .map(LocationDetails::name)
                .findFirst()
                .orElse("");
        var panel = new MailboxPanel(mailbox, where, clock.instant());
        if (mayChange) {
            panel.offer(
                    new Button("Check now", click -> check(mailbox)),
                    new Button("Change", click -> change(mailbox)),
                    new Button("Remove", click -> remove(mailbox)));
        }
        return panel;
    }

    private void check(MailboxDetails mailbox) {
        Attempts.attempt(
                () -> mailboxes.checkNow(mailbox.id()), "It is being looked into. The result appears here by itself.");
    }

    private void change(MailboxDetails mailbox) {
        new MailboxDialog(mailbox, (settings, password) -> {
                    boolean done = Attempts.attempt(
                            () -> mailboxes.change(mailbox.id(), settings, password),
                            "Mailbox changed. It is looked into with the new settings now.");
                    refresh();
                    return done;
                })
                .open();
    }

    private void remove(MailboxDetails mailbox) {
        new RemoveMailboxDialog(mailbox.name(), () -> {
                    boolean done = Attempts.attempt(
                            () -> mailboxes.close(mailbox.id()), "Removed. Nothing in the mailbox was changed.");
                    refresh();
                    return done;
                })
                .open();
    }
}
