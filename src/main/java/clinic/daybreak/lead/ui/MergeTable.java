package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.Times;
import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.MergeComparison;
import clinic.daybreak.lead.MergeField;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.MergeSide;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One row a value: equal ones are quiet, of differing ones either is chosen, and some follow a rule that is said. */
class MergeTable extends Div {

    private final MergeComparison both;
    private final Map<MergeField, RadioButtonGroup<LeadId>> groups = new EnumMap<>(MergeField.class);

    MergeTable(MergeComparison both, Instant now) {
        this.both = both;
        addClassName("merge-table");
        var head = new Div(new Span(), side(both.lead(), now), side(both.other(), now));
        head.addClassName("merge-head");
        add(head);
        Arrays.stream(MergeField.values())
                .filter(field -> field.isOfPerson() || both.kind() == MergeKind.ONE_ENQUIRY)
                .forEach(this::pick);
        rule(
                "Phone",
                "all stay",
                side -> list(side.person().phones().stream()
                        .map(phone -> Addresses.phone(phone, side.location()))
                        .toList()));
        rule(
                "E-mail",
                "all stay",
                side -> list(
                        side.person().emails().stream().map(Addresses::email).toList()));
        rule(
                "Voicemail",
                "the stricter counts",
                side -> new Span(side.person().voicemail().label()));
        if (both.kind() == MergeKind.ONE_ENQUIRY) {
            rule("Source", "the earlier counts", side -> new Span(side.facts().source()));
        }
    }

    /** Of which lead each differing value is to be taken. */
    Map<MergeField, LeadId> picks() {
        var picks = new EnumMap<MergeField, LeadId>(MergeField.class);
        groups.forEach((field, group) -> picks.put(field, group.getValue()));
        return picks;
    }

    private static Component side(MergeSide side, Instant now) {
        var received = new Div(
                new Span(side.location().name() + " · wrote "),
                Times.relative(side.facts().receivedAt(), now, side.location().zone()));
        received.addClassName("suggestion-context");
        var box = new Div(
                new Anchor(
                        LeadNavigation.details(side.facts().id()), side.person().displayName()),
                new StageMark(side.facts().stage()),
                received);
        if (side.facts().crisisLevel() != null) {
            box.add(new HoldMark(side.facts().crisisLevel(), ""));
        }
        box.addClassName("merge-side");
        return box;
    }

    private void pick(MergeField field) {
        var left = MergeValues.of(field, both.lead());
        var right = MergeValues.of(field, both.other());
        var row = new Div(label(field.label()));
        row.addClassName("merge-row");
        if (left.equals(right)) {
            row.addClassName("merge-equal");
            row.add(new Span(left), new Span(right));
        } else {
            row.addClassName("merge-differs");
            row.add(choice(field, left, right));
        }
        add(row);
    }

    private RadioButtonGroup<LeadId> choice(MergeField field, String left, String right) {
        var lead = both.lead().facts().id();
        var group = new RadioButtonGroup<LeadId>();
        group.setAriaLabel(field.label());
        group.setItems(lead, both.other().facts().id());
        group.setItemLabelGenerator(id -> id.equals(lead) ? left : right);
        group.setValue(both.preset().get(field));
        group.addClassName("merge-pick");
        groups.put(field, group);
        return group;
    }

    private void rule(String name, String rule, Function<MergeSide, Component> value) {
        var label = label(name);
        var words = new Span(rule);
        words.addClassName("merge-rule");
        label.add(words);
        var row = new Div(label, value.apply(both.lead()), value.apply(both.other()));
        row.addClassNames("merge-row", "merge-equal");
        add(row);
    }

    private static Div label(String name) {
        var label = new Div(new Span(name));
        label.addClassName("merge-label");
        return label;
    }

    private static Component list(List<Component> values) {
        if (values.isEmpty()) {
            return new Span("none");
        }
        var list = new Div();
        values.forEach(value -> list.add(new Div(value)));
        return list;
    }
}
