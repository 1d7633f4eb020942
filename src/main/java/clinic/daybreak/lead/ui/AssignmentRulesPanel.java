package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.person.Language;
import clinic.daybreak.staff.AssignmentRule;
import clinic.daybreak.staff.AssignmentRuleService;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffRole;
import clinic.daybreak.staff.StaffService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** By which rules a location deals out its new leads. */
class AssignmentRulesPanel extends Div {

    private final AssignmentRuleService rules;
    private final LocationDetails location;
    private final List<StaffMember> coordinators;
    private final Runnable changed;

    AssignmentRulesPanel(AssignmentRuleService rules, StaffService staff, LocationDetails location, Runnable changed) {
        this.rules = rules;
        this.location = location;
        this.changed = changed;
        this.coordinators = staff.listColleagues(Set.of(location.id())).stream()
                .filter(member -> member.isAnyOf(StaffRole.COORDINATOR))
                .toList();
        addClassNames("panel", "rules-panel");
        add(
                new H2("New leads of " + location.name()),
                new Paragraph("They go to whoever is at work and has been without a new one for longest; in another"
                        + " language than English, to those who speak it. A rule sends some of them to certain colleagues. Where"
                        + " none of these is at work, the rule is passed over, and the timeline says so."),
                passing(),
                list(),
                form());
    }

    private Div passing() {
        var minutes = new IntegerField("Passed on when unopened after");
        minutes.setValue((int) rules.passAfter(location.id()).toMinutes());
        minutes.setMin(1);
        minutes.setMax(480);
        minutes.setSuffixComponent(new Span("business min"));
        var save = new Button("Save", click -> {
            if (minutes.getValue() == null) {
                minutes.setErrorMessage("Enter minutes");
                minutes.setInvalid(true);
            } else {
                run(() -> rules.changePassAfter(location.id(), minutes.getValue()), "Saved.");
            }
        });
        save.setAriaLabel("Save the minutes of " + location.name());
        var row = new Div(minutes, save);
        row.addClassName("rule-form");
        return row;
    }

    private Div list() {
        var list = new Div();
        list.addClassName("rule-list");
        for (var rule : rules.list(location.id())) {
            var words = words(rule);
            var remove = new Button(
                    "Remove", click -> run(() -> rules.remove(location.id(), rule.id()), "The rule is removed."));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel("Remove the rule: " + words);
            list.add(new Div(new Span(words), remove));
        }
        return list;
    }

    private String words(AssignmentRule rule) {
        var what = rule.kind() == AssignmentRule.Kind.LANGUAGE
                ? "In " + Language.ofCode(rule.wanted()).label()
                : "By " + rule.wanted();
        var whom = coordinators.stream()
                .filter(member -> rule.staff().contains(member.id()))
                .map(StaffMember::fullName)
                .collect(Collectors.joining(", "));
        return what + ": " + (whom.isEmpty() ? "nobody who still works here" : whom);
    }

    private Div form() {
        var kind = new Select<AssignmentRule.Kind>();
        kind.setLabel("Enquiries by");
        kind.setItems(AssignmentRule.Kind.values());
        kind.setItemLabelGenerator(AssignmentRule.Kind::label);
        kind.setValue(AssignmentRule.Kind.LANGUAGE);
        var language = new Select<Language>();
        language.setLabel("Language");
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::label);
        language.setValue(Language.ES);
        var source = new TextField("Way in, as it stands on the lead");
        source.setMaxLength(120);
        source.setVisible(false);
        kind.addValueChangeListener(change -> {
            language.setVisible(change.getValue() == AssignmentRule.Kind.LANGUAGE);
            source.setVisible(change.getValue() == AssignmentRule.Kind.SOURCE);
        });
        var members = new MultiSelectComboBox<StaffMember>("go to");
        members.setItems(coordinators);
        members.setItemLabelGenerator(StaffMember::fullName);
        var add = new Button(
                "Add rule",
                click -> run(
                        () -> rules.add(
                                location.id(),
                                kind.getValue(),
                                kind.getValue() == AssignmentRule.Kind.LANGUAGE
                                        ? language.getValue().code()
                                        : source.getValue(),
                                members.getValue().stream().map(StaffMember::id).collect(Collectors.toSet())),
                        "The rule is added."));
        add.setAriaLabel("Add a rule for " + location.name());
        var form = new Div(kind, language, source, members, add);
        form.addClassName("rule-form");
        return form;
    }

    private void run(Runnable action, String done) {
        if (Attempts.attempt(action, done)) {
            changed.run();
        }
    }
}
