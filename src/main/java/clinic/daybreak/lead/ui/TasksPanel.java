package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.TaskService;
import clinic.daybreak.lead.TaskSummary;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What colleagues are to do for a lead; a tick says that it is done, another one that it is not. */
@org.springframework.stereotype.Component
@Order(30)
class TasksPanel implements LeadPanel {

    private final TaskService tasks;
    private final CurrentStaff current;
    private final Clock clock;

    TasksPanel(TaskService tasks, CurrentStaff current, Clock clock) {
        this.tasks = tasks;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(LeadId lead, Runnable changed) {
        var found = tasks.get(lead);
        var location = found.location();
        var panel = new Div(new H2("Tasks"));
        panel.addClassNames("panel", "tasks");
        found.tasks().forEach(task -> panel.add(row(task, location, changed)));
        var add = new Button(
                "Add task",
                click -> new TaskDialog(
                                found.colleagues(),
                                current.get(),
                                location.zone(),
                                task -> done(() -> tasks.add(lead, task), changed))
                        .open());
        add.getElement().setAttribute("data-key", "t");
        add.setTooltipText("Key T");
        panel.add(add);
        return Optional.of(panel);
    }

    private Component row(TaskSummary task, LocationDetails location, Runnable changed) {
        var tick = new Checkbox(task.title(), task.doneAt() != null);
        tick.addValueChangeListener(change -> done(
                () -> {
                    if (change.getValue()) {
                        tasks.complete(task.id(), task.version());
                    } else {
                        tasks.reopen(task.id(), task.version());
                    }
                },
                changed));
        var row = new Div(tick, context(task, location));
        row.addClassName("task");
        if (task.doneAt() != null) {
            row.addClassName("task-done");
        }
        return row;
    }

    private Component context(TaskSummary task, LocationDetails location) {
        var now = clock.instant();
        var words = new Span(task.assignee());
        words.addClassName("fact-context");
        if (task.doneAt() != null) {
            words.add(", done " + Times.relativeText(task.doneAt(), now, location.zone()));
        } else if (task.dueAt() != null) {
            words.add(", by " + Times.clock(task.dueAt(), location.zone()));
            if (task.dueAt().isBefore(now)) {
                words.addClassName("task-late");
            }
        }
        return words;
    }

    private static boolean done(Runnable action, Runnable changed) {
        boolean ok = Attempts.attempt(action);
        changed.run();
        return ok;
    }
}
