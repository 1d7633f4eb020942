package clinic.daybreak.imports.ui;

import clinic.daybreak.base.RefusedException;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.imports.ImportId;
import clinic.daybreak.imports.ImportLimits;
import clinic.daybreak.imports.ImportLoading;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;

/** Where a file is chosen. It is read at once; what is made of it is decided on its own page. */
@Route("settings/imports/new")
@PageTitle("Import a file · Daybreak")
@RolesAllowed({"MANAGER", "ADMIN"})
class ImportUploadView extends Div {

    private final ImportLoading loading;
    private final Paragraph problem = new Paragraph();
    private final Upload upload = new Upload(new Handler());

    ImportUploadView(ImportLoading loading) {
        this.loading = loading;
        addClassNames("view", "import-view");
        problem.addClassName("fact-warning");
        problem.setVisible(false);
        problem.getElement().setAttribute("role", "alert");
        var choose = new Button("Choose a file");
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) ImportLimits.MAX_BYTES);
        upload.addFileRejectedListener(rejected ->
                refuse("The file is larger than 200 MB. Split it into smaller files, and import one after the other."));
        var panel = new Section(
                new Paragraph(
                        "A CSV or tab-separated file with the names of its columns in the first row: at most 200 MB,"
                                + " 250,000 rows and 200 columns. Encoding and delimiter are found by themselves. Exports of Meta"
                                + " lead ads and HubSpot are known."),
                upload,
                problem,
                new Paragraph("Nothing becomes a lead yet: first the columns are mapped, then a check shows what would"
                        + " happen. An import sends no mail and never takes an opt-out back."));
        panel.addClassName("panel");
        add(new ViewHeader("Import a file", new Anchor(ImportNavigation.LIST, "All imports")), panel);
    }

    /** Called outside of the session's lock, while the file pours in. */
    private final class Handler implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var ui = event.getUI();
            try (var input = event.getInputStream()) {
                var id = loading.load(event.getFileName(), input);
                ui.access(() -> show(ui, id));
            } catch (RefusedException e) {
                ui.access(() -> refuse(e.sentence()));
                event.reject(e.sentence());
            }
        }

        @Override
        public long getFileSizeMax() {
            return ImportLimits.MAX_BYTES;
        }

        @Override
        public long getRequestSizeMax() {
            return ImportLimits.MAX_BYTES;
        }
    }

    private void show(UI ui, ImportId id) {
        ui.navigate(ImportNavigation.details(id).substring(1));
    }

    private void refuse(String sentence) {
        upload.clearFileList();
        problem.setText(sentence);
        problem.setVisible(true);
    }
}
