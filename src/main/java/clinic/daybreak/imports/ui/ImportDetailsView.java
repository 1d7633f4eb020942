package clinic.daybreak.imports.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.imports.ImportDetails;
import clinic.daybreak.imports.ImportId;
import clinic.daybreak.imports.ImportService;
import clinic.daybreak.imports.ImportSettings;
import clinic.daybreak.imports.ImportState;
import clinic.daybreak.imports.RowOutcome;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way: mapping, check, run, undo. It can be left at any time and found again under its address; while
 * Daybreak is at work on it, the screen asks every second how far it is, whichever node works.
 */
@Route("settings/imports/:id")
@PageTitle("Import · Daybreak")
@RolesAllowed({"MANAGER", "ADMIN"})
class ImportDetailsView extends Div implements BeforeEnterObserver {

    private static final int POLL_MILLISECONDS = 1_000;
    private static final String SHOW = "show";

    private final ImportService imports;
    private final List<LocationDetails> locations;
    private final ZoneId zone;
    private final Div content = new Div();
    private ImportDetails run;
    private @Nullable RowOutcome shown;
    private @Nullable Registration polling;

    @SuppressWarnings("NullAway.Init") // the import comes with the address
    ImportDetailsView(ImportService imports, CurrentStaff current) {
        this.imports = imports;
        this.locations = current.locations();
        this.zone = locations.stream()
                .findFirst()
                .<ZoneId>map(LocationDetails::zone)
                .orElse(ZoneOffset.UTC);
        addClassNames("view", "import-view");
        content.addClassName("import-content");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        shown = parameters
                .getSingleParameter(SHOW)
                .flatMap(name -> Arrays.stream(RowOutcome.values())
                        .filter(outcome -> outcome.name().equals(name))
                        .findFirst())
                .orElse(null);
        show(imports.get(ImportId.parse(event.getRouteParameters().get("id").orElse(""))));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        polling = attached.getUI().addPollListener(poll -> {
            if (run.state().isAtWork()) {
                refresh();
            }
        });
        pollWhileAtWork(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    private void pollWhileAtWork(UI ui) {
        ui.setPollInterval(run.state().isAtWork() ? POLL_MILLISECONDS : -1);
    }

    private void refresh() {
        show(imports.get(run.id()));
        getUI().ifPresent(this::pollWhileAtWork);
    }

    private void show(ImportDetails now) {
        run = now;
        var header = new ViewHeader(run.label(), new Anchor(ImportNavigation.LIST, "All imports"));
        header.setContext(Numbers.rows(run.counts().total()) + " · " + run.encoding() + " · " + run.delimiter()
                + " · chosen by " + run.staffName() + ", " + Times.exact(run.uploadedAt(), zone));
        content.removeAll();
        content.add(header);
        switch (run.state()) {
            case LOADING -> content.add(new ImportProgress("Reading the file", 0, 0));
            case READY, CHECKED -> showMapping();
            case CHECKING -> showWork("Checking what would happen", run.counts().checked());
            case RUNNING -> showWork("Importing", run.counts().done());
            case UNDOING ->
                showWork("Taking back", run.counts().undone() + run.counts().stayed());
            case CANCELLED, FINISHED, UNDONE -> showResult();
        }
    }

    private void showMapping() {
        if (imports.isRepeat(run.id())) {
            var warning = new Paragraph(
                    "This very file was imported before. Rows with an id of their own are skipped when you choose the same"
                            + " source; all others would be found again.");
            warning.addClassName("fact-warning");
            content.add(warning);
        }
        var preview = new PreviewTable();
        var steps = new Div();
        steps.addClassName("import-steps");
        var form = new MappingForm[1];
        form[0] = new MappingForm(run, locations, imports.listSources(), () -> {
            preview(preview, form[0].read(run.settings()));
            steps.removeAll();
            steps.add(checkButton(form[0]));
        });
        if (run.state() == ImportState.CHECKED) {
            showCheck(steps);
        }
        steps.add(checkButton(form[0]));
        content.add(form[0], preview, steps);
        preview(preview, run.settings());
        if (run.state() == ImportState.CHECKED) {
            content.add(rowList(true, imports.countPlanned(run.id())));
        }
    }

    private void preview(PreviewTable table, ImportSettings settings) {
        table.show(imports.preview(run.id(), settings));
    }

    private Button checkButton(MappingForm form) {
        return primary(run.state() == ImportState.CHECKED ? "Check again" : "Check without importing", () -> {
            imports.map(run.id(), form.read(run.settings()));
            imports.check(run.id());
        });
    }

    private void showCheck(Div steps) {
        var planned = imports.countPlanned(run.id());
        var figures = new ImportFigures("What would happen", planned);
        int effective = planned.getOrDefault(RowOutcome.CREATED, 0) + planned.getOrDefault(RowOutcome.TOUCHED, 0);
        var start = primary("Import " + Numbers.rows(effective), () -> imports.start(run.id()));
        start.setEnabled(effective > 0);
        steps.add(figures, start);
    }

    private void showWork(String what, int done) {
        content.add(new ImportProgress(what, done, run.counts().total()));
        if (run.state() == ImportState.RUNNING) {
            content.add(
                    new ImportFigures("So far", counts()),
                    plain("Cancel", () -> imports.cancel(run.id())),
                    new Paragraph("You can leave this page; the import goes on, and is found again under Import."));
        } else if (run.state() == ImportState.CHECKING) {
            content.add(plain("Stop checking", () -> imports.stopCheck(run.id())));
        }
    }

    private void showResult() {
        content.add(new ImportFigures(run.state().label(), counts()));
        var actions = new Div();
        actions.addClassName("import-steps");
        if (run.state() == ImportState.CANCELLED && !run.isCleared()) {
            actions.add(primary("Continue", () -> imports.resume(run.id())));
        }
        if (run.counts().failed() > 0 && !run.isCleared()) {
            actions.add(failedRows());
        }
        if (run.state() != ImportState.UNDONE) {
            actions.add(plain("Undo this import", this::confirmUndo));
        }
        content.add(actions);
        if (run.state() == ImportState.UNDONE) {
            content.add(new Paragraph(undone()));
        }
        if (run.isCleared()) {
            content.add(
                    new Paragraph("What the rows said was removed 30 days after the end; the leads, the submissions and"
                            + " these counts stay."));
        }
        content.add(rowList(false, counts()));
    }

    private String undone() {
        int stayed = run.counts().stayed();
        var left = stayed == 0
                ? ""
                : stayed == 1
                        ? " 1 lead was worked on since and stays."
                        : " " + Numbers.of(stayed) + " leads were worked on since and stay.";
        return Numbers.rows(run.counts().undone()) + " taken back." + left
                + " What the file forbade stays forbidden: an opt-out is never taken back.";
    }

    private void confirmUndo() {
        new UndoDialog(() -> act(() -> imports.undo(run.id()))).open();
    }

    private Anchor failedRows() {
        DownloadHandler handler = event -> {
            event.setFileName("failed-rows.csv");
            event.setContentType("text/csv; charset=UTF-8");
            imports.writeFailed(run.id(), event.getOutputStream());
        };
        var link = new Anchor(handler, "Download the failed rows");
        link.addClassName("button-link");
        return link;
    }

    private RowList rowList(boolean planned, Map<RowOutcome, Integer> counts) {
        return new RowList(imports, run.id(), planned, counts, shown, outcome -> {
            shown = outcome;
            var parameters =
                    outcome == null ? QueryParameters.empty() : QueryParameters.simple(Map.of(SHOW, outcome.name()));
            getUI().ifPresent(ui -> ui.getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            new Location(ImportNavigation.details(run.id()).substring(1), parameters)));
        });
    }

    private Map<RowOutcome, Integer> counts() {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        for (var outcome : RowOutcome.values()) {
            counts.put(outcome, run.counts().of(outcome));
        }
        return counts;
    }

    private Button primary(String words, Runnable action) {
        var button = plain(words, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button plain(String words, Runnable action) {
        return new Button(words, click -> act(action));
    }

    private void act(Runnable action) {
        if (Attempts.attempt(action)) { // the screen itself shows what came of it
            refresh();
        }
    }
}
