package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.location.OpeningHours.Hours;
import clinic.daybreak.person.Language;
import clinic.daybreak.staff.TeamMember;
import clinic.daybreak.staff.TeamService;
import clinic.daybreak.staff.WorkPlan;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When one colleague works and what for; for those who may not change it, only the absences. */
class TeamMemberForm extends Div {

    private record Day(Checkbox works, TimePicker from, TimePicker until) {}

    private final TeamService team;
    private final TeamMember colleague;
    private final Runnable changed;
    private final CheckboxGroup<Language> languages = new CheckboxGroup<>("Speaks, beside English");
    private final IntegerField maxOpen = new IntegerField("Open leads are enough at");
    private final Checkbox openingHours = new Checkbox("Whenever the location is open");
    private final Map<DayOfWeek, Day> week = new EnumMap<>(DayOfWeek.class);
    private final Div days = new Div();

    TeamMemberForm(TeamService team, TeamMember colleague, boolean mayChange, Runnable changed) {
        this.team = team;
        this.colleague = colleague;
        this.changed = changed;
        addClassNames("panel", "team-form");
        add(new H2(colleague.member().fullName()), absences());
        if (mayChange) {
            addPlan();
        } else {
            add(new Paragraph(TeamWords.languages(colleague.plan()) + ". " + TeamWords.hours(colleague.plan()) + "."));
        }
    }

    private Div absences() {
        var list = new Div();
        list.addClassName("absence-list");
        if (colleague.plan().absences().isEmpty()) {
            list.add(new Span("No absence is planned."));
        }
        for (var absence : colleague.plan().absences()) {
            var remove = new Button(
                    "Remove",
                    click -> run(
                            () -> team.removeAbsence(colleague.member().id(), absence.id()),
                            "The absence is removed."));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel("Remove the absence " + TeamWords.days(absence));
            list.add(new Div(new Span("Away " + TeamWords.days(absence)), remove));
        }
        var from = new DatePicker("Away from");
        var until = new DatePicker("until, inclusive");
        from.addValueChangeListener(change -> {
            if (until.isEmpty()) {
                until.setValue(change.getValue());
            }
        });
        var add = new Button("Add absence", click -> {
            if (from.getValue() == null) {
                from.setErrorMessage("Choose the first day");
                from.setInvalid(true);
            } else if (until.getValue() == null) {
                until.setErrorMessage("Choose the last day");
                until.setInvalid(true);
            } else {
                run(
                        () -> team.addAbsence(colleague.member().id(), from.getValue(), until.getValue()),
                        "The absence is noted. New leads go to others on these days.");
            }
        });
        var form = new Div(from, until, add);
        form.addClassName("absence-form");
        return new Div(list, form);
    }

    private void addPlan() {
        var plan = colleague.plan();
        languages.setItems(Arrays.stream(Language.values())
                .filter(each -> each != Language.EN)
                .toList());
        languages.setItemLabelGenerator(Language::label);
        languages.setValue(plan.languages().stream().map(Language::ofCode).collect(Collectors.toSet()));
        maxOpen.setValue(plan.maxOpen());
        maxOpen.setMin(1);
        maxOpen.setHelperText("Then new leads go to others first. Empty: no limit.");
        openingHours.setValue(plan.week().isEmpty());
        openingHours.addValueChangeListener(change -> days.setVisible(!change.getValue()));
        days.addClassName("team-week");
        days.setVisible(!plan.week().isEmpty());
        for (var day : DayOfWeek.values()) {
            addDay(day, Optional.ofNullable(plan.week().get(day)));
        }
        var save = new Button("Save plan", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(languages, maxOpen, new H2("Working hours"), openingHours, days, save);
    }

    private void addDay(DayOfWeek day, Optional<Hours> hours) {
        var name = day.getDisplayName(TextStyle.FULL, Locale.US);
        var works = new Checkbox(name, hours.isPresent());
        var from = time(name + " from", hours.map(Hours::opens).orElse(LocalTime.of(9, 0)), hours.isPresent());
        var until = time(name + " until", hours.map(Hours::closes).orElse(LocalTime.of(17, 0)), hours.isPresent());
        works.addValueChangeListener(change -> {
            from.setVisible(change.getValue());
            until.setVisible(change.getValue());
        });
        week.put(day, new Day(works, from, until));
        var row = new Div(works, from, until);
        row.addClassName("team-day");
        days.add(row);
    }

    private static TimePicker time(String label, LocalTime value, boolean visible) {
        var picker = new TimePicker();
        picker.setAriaLabel(label);
        picker.setStep(Duration.ofMinutes(30));
        picker.setLocale(Locale.US);
        picker.setValue(value);
        picker.setVisible(visible);
        return picker;
    }

    private void save() {
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        if (!openingHours.getValue()) {
            for (var entry : week.entrySet()) {
                var day = entry.getValue();
                if (!day.works.getValue()) {
                    continue;
                }
                if (day.from.getValue() == null || day.until.getValue() == null) {
                    (day.from.getValue() == null ? day.from : day.until).setInvalid(true);
                    return;
                }
                hours.put(entry.getKey(), new Hours(day.from.getValue(), day.until.getValue()));
            }
            if (hours.isEmpty()) {
                openingHours.setValue(true);
            }
        }
        Set<String> spoken = languages.getValue().stream().map(Language::code).collect(Collectors.toSet());
        run(
                () -> team.change(
                        colleague.member().id(),
                        colleague.version(),
                        new WorkPlan(spoken, hours, colleague.plan().absences(), maxOpen.getValue())),
                "The plan is saved.");
    }

    private void run(Runnable action, String done) {
        if (Attempts.attempt(action, done)) {
            changed.run();
        }
    }
}
