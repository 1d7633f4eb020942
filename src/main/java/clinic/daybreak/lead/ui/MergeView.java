package clinic.daybreak.lead.ui;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.Notifications;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.MergeComparison;
import clinic.daybreak.lead.MergeId;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.MergeOrder;
import clinic.daybreak.lead.MergeService;
import clinic.daybreak.lead.PossibleMatchService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two leads side by side, and the decision whether they are one. Which two, and as what, is in the address. */
@Route("leads/:lead/merge/:other")
@PageTitle("Merge · Daybreak")
@RolesAllowed({"COORDINATOR", "MANAGER", "ADMIN"})
class MergeView extends Div implements BeforeEnterObserver {

    private final MergeService merges;
    private final PossibleMatchService possible;
    private final List<MergeConsequence> consequences;
    private final Clock clock;

    MergeView(MergeService merges, PossibleMatchService possible, List<MergeConsequence> consequences, Clock clock) {
        this.merges = merges;
        this.possible = possible;
        this.consequences = consequences;
        this.clock = clock;
        addClassNames("view", "merge-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var kind = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("as")
                .orElse("");
        show(
                LeadId.parse(event.getRouteParameters().get("lead").orElse("")),
                LeadId.parse(event.getRouteParameters().get("other").orElse("")),
                switch (kind) {
                    case "enquiry" -> MergeKind.ONE_ENQUIRY;
                    case "person" -> MergeKind.TWO_ENQUIRIES;
                    default -> null;
                });
    }

    private void show(LeadId lead, LeadId other, @Nullable MergeKind wanted) {
        removeAll();
        try {
            add(merges.compare(lead, other, wanted));
        } catch (RefusedException e) {
            var back = new Anchor(LeadNavigation.details(lead), "Open the lead");
            back.addClassName("button-link");
            add(new EmptyState("Nothing to merge", e.sentence(), back));
        }
    }

    private void add(MergeComparison both) {
        var header = new ViewHeader("Are these the same person?");
        header.setContext("Choose what is right where they differ. Nothing is lost, and it can be taken back.");
        var table = new MergeTable(both, clock.instant());
        var merge = new Button("Merge", click -> merge(both, table));
        merge.addThemeVariants(ButtonVariant.PRIMARY);
        var lead = both.lead().facts().id();
        var other = both.other().facts().id();
        var two = new Button("They are two people", click -> {
            if (Attempts.attempt(
                    () -> possible.dismiss(lead, other), "Noted: they are two people. Not suggested again.")) {
                LeadNavigation.toDetails(lead);
            }
        });
        var back = new Button("Back to the lead", click -> LeadNavigation.toDetails(lead));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(merge, two, back);
        buttons.addClassName("merge-buttons");
        add(header);
        if (both.kinds().size() > 1) {
            add(choice(both, lead, other));
        }
        add(table, new MergeWords(both, consequences), buttons);
    }

    private static Nav choice(MergeComparison both, LeadId lead, LeadId other) {
        var choice = new Nav();
        choice.addClassName("choice");
        choice.getElement().setAttribute("aria-label", "What they are");
        for (var kind : MergeKind.values()) {
            var link = new Anchor(LeadNavigation.merge(lead, other, kind), kind.label());
            link.getElement().setAttribute("aria-current", kind == both.kind() ? "true" : "false");
            choice.add(link);
        }
        return choice;
    }

    private void merge(MergeComparison both, MergeTable table) {
        var lead = both.lead().facts();
        var other = both.other().facts();
        var order = new MergeOrder(lead.id(), lead.version(), other.id(), other.version(), both.kind(), table.picks());
        var merged = new MergeId[1];
        if (Attempts.attempt(() -> merged[0] = merges.merge(order))) {
            LeadNavigation.toDetails(both.kind() == MergeKind.ONE_ENQUIRY ? both.kept() : lead.id());
            Notifications.undoable("Merged. Nobody was told.", () -> undo(merged[0], lead.id()));
        } else {
            show(lead.id(), other.id(), both.kind());
        }
    }

    private void undo(MergeId merge, LeadId lead) {
        if (Attempts.attempt(() -> merges.unmerge(merge), "They are two again. Nobody was told.")) {
            LeadNavigation.toDetails(lead);
        }
    }
}
