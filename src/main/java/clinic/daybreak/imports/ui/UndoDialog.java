package clinic.daybreak.imports.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Says what undoing an import does before it is done, for it cannot be taken back. */
class UndoDialog extends ConfirmDialog {

    UndoDialog(Runnable undo) {
        setHeader("Undo this import?");
        setText("Leads that it created are withdrawn, and addresses that it added are removed. Leads that somebody has"
                + " worked on since stay. What it forbade stays forbidden.");
        setCancelable(true);
        setCancelText("Leave it");
        setConfirmText("Undo the import");
        addConfirmListener(confirmed -> undo.run());
    }
}
