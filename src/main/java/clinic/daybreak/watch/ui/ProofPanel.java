package clinic.daybreak.watch.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.ui.SourcePanel;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.watch.CanaryState;
import clinic.daybreak.watch.CanarySummary;
import clinic.daybreak.watch.OpenAlert;
import clinic.daybreak.watch.WatchService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What is wrong with a way in now, and whether its daily proofs came through. */
@org.springframework.stereotype.Component
@Order(10)
class ProofPanel implements SourcePanel {

    private final WatchService watch;
    private final CurrentStaff current;
    private final Clock clock;

    ProofPanel(WatchService watch, CurrentStaff current, Clock clock) {
        this.watch = watch;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(SourceDetails source) {
        var panel = new Div(new H2("Does it work?"));
        panel.addClassName("panel");
        watch.openAlerts().stream()
                .filter(alert -> alert.source() != null && alert.source().id().equals(source.id()))
                .map(OpenAlert::words)
                .forEach(words -> panel.add(warning(words)));
        var proofs = watch.proofs(source.id());
        if (proofs.isEmpty()) {
            panel.add(new Paragraph("Once a day Daybreak sends an entry of nobody's to itself by this way in. None was"
                    + " sent yet."));
        }
        proofs.forEach(proof -> panel.add(row(proof)));
        return Optional.of(panel);
    }

    private static Component warning(String words) {
        var warning = new Paragraph(words);
        warning.addClassName("fact-warning");
        return warning;
    }

    private Component row(CanarySummary proof) {
        var word = new Span(word(proof.state()));
        word.addClassNames("stage-mark", proof.state() == CanaryState.FAILED ? "health-failing" : "health-fine");
        var row = new Div(word, Times.relative(proof.sentAt(), clock.instant(), zone()));
        row.addClassName("message-row");
        if (!proof.problem().isEmpty()) {
            row.add(new Span(proof.problem()));
        }
        return row;
    }

    private static String word(CanaryState state) {
        return switch (state) {
            case SENT -> "Under way";
            case PROVED -> "Proved";
            case FAILED -> "Failed";
        };
    }

    private ZoneId zone() {
        return current.locations().stream()
                .findFirst()
                .<ZoneId>map(LocationDetails::zone)
                .orElse(ZoneOffset.UTC);
    }
}
