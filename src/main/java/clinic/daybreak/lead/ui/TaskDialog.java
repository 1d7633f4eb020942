package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Keys;
import clinic.daybreak.lead.NewTask;
import clinic.daybreak.lead.TaskService;
import clinic.daybreak.staff.StaffMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Asks what is to be done, by whom and by when. Knows no service; stays open when the answer is refused. */
class TaskDialog extends Dialog {

    private final TextField title = new TextField("What is to be done");
    private final ComboBox<StaffMember> assignee = new ComboBox<>("Who");
    private final DateTimePicker due = new DateTimePicker();

    /**
     * @param colleagues who may do it
     * @param me the one chosen first
     * @param save returns whether it was saved
     */
    TaskDialog(List<StaffMember> colleagues, StaffMember me, ZoneId zone, Predicate<NewTask> save) {
        setHeaderTitle("Add task");
        setWidth("440px");
        title.setMaxLength(TaskService.TITLE_LENGTH);
        title.setRequiredIndicatorVisible(true);
        title.setWidthFull();
        title.getElement().setAttribute("data-autofocus", "");
        assignee.setItems(colleagues);
        assignee.setItemLabelGenerator(StaffMember::fullName);
        colleagues.stream()
                .filter(each -> each.id().equals(me.id()))
                .findFirst()
                .ifPresent(assignee::setValue);
        assignee.setRequiredIndicatorVisible(true);
        due.setLabel("By when (" + zone.getDisplayName(TextStyle.SHORT, Locale.US) + "), if it matters");
        due.setStep(Duration.ofMinutes(15));
        var content = new Div(title, assignee, due);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button("Add task", click -> save(zone, save));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        Keys.pressByCtrlEnter(done);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }

    private void save(ZoneId zone, Predicate<NewTask> save) {
        if (title.isEmpty()) {
            title.setErrorMessage("Say what is to be done");
            title.setInvalid(true);
        } else if (assignee.isEmpty()) {
            assignee.setErrorMessage("Choose who does it");
            assignee.setInvalid(true);
        } else if (save.test(new NewTask(
                title.getValue(),
                due.getValue() == null ? null : due.getValue().atZone(zone).toInstant(),
                assignee.getValue().id()))) {
            close();
        }
    }
}
