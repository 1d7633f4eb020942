package clinic.daybreak.watch.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.ui.SourcePanel;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.watch.ReconciliationService;
import clinic.daybreak.watch.ReconciliationSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What a sender lists and we never got, and where its list is handed in. */
@org.springframework.stereotype.Component
@Order(20)
class ReconciliationPanel implements SourcePanel {

    private static final int LINKS = 20;

    private final ReconciliationService reconciliations;
    private final CurrentStaff current;

    ReconciliationPanel(ReconciliationService reconciliations, CurrentStaff current) {
        this.reconciliations = reconciliations;
        this.current = current;
    }

    @Override
    public Optional<Component> create(SourceDetails source) {
        if (source.kind() == SourceKind.CONTACT_PAGE) {
            return Optional.empty();
        }
        var panel = new Div(new H2("Did everything arrive?"));
        panel.addClassName("panel");
        panel.add(new Paragraph("Most senders keep a list of their entries. Export it as CSV and compare: what never"
                + " arrived here waits in the inbox then. A script can drop it nightly into reconcile/" + source.code()
                + " in the data folder."));
        var results = new Div();
        results.addClassName("reconciliations");
        if (current.get().isAnyOf(StaffRole.ADMIN)) {
            panel.add(new ListUpload(file -> reconciliations.compare(source.id(), file), () -> show(results, source)));
        }
        show(results, source);
        panel.add(results);
        return Optional.of(panel);
    }

    private void show(Div results, SourceDetails source) {
        results.removeAll();
        reconciliations.list(source.id()).forEach(run -> results.add(result(run)));
    }

    private Component result(ReconciliationSummary run) {
        var result = new Div(new Paragraph(Times.exact(run.at(), zone()) + ", by " + run.by() + ": " + words(run)));
        int number = 0;
        for (var id : run.missing()) {
            if (++number > LINKS) {
                result.add(new Span("and more in the inbox"));
                break;
            }
            result.add(new Anchor("/inbox?id=" + id, "Missing " + number), new Span(" "));
        }
        return result;
    }

    private static String words(ReconciliationSummary run) {
        return run.problem().isEmpty()
                ? run.listed() + " listed, " + run.known() + " had arrived, "
                        + run.missing().size()
                        + (run.missing().size() == 1 ? " was missing." : " were missing.")
                : run.problem();
    }

    private ZoneId zone() {
        return current.locations().stream()
                .findFirst()
                .<ZoneId>map(LocationDetails::zone)
                .orElse(ZoneOffset.UTC);
    }
}
