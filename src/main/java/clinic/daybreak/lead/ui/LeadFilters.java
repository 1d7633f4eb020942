package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.StaffMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;

/** The fields by which leads are chosen, on the list as on the board. */
class LeadFilters extends Div {

    private final MultiSelectComboBox<Stage> stages = new MultiSelectComboBox<>();
    private final LocationFilter location;
    private final ComboBox<StaffMember> owner = new ComboBox<>();
    private final Checkbox crisis = new Checkbox("Crisis hold");
    private final Button clear = new Button("Show all");
    private final Consumer<LeadFilter> apply;
    private LeadFilter filter = LeadFilter.ALL;
    private boolean reading;

    /**
     * @param withStages whether stages can be chosen: on the board they are the columns
     * @param apply told the filter that was chosen
     */
    LeadFilters(
            List<LocationDetails> locations,
            List<StaffMember> colleagues,
            boolean withStages,
            Consumer<LeadFilter> apply) {
        this.location = new LocationFilter(locations);
        this.apply = apply;
        addClassName("filters");
        stages.setPlaceholder("Every stage");
        stages.setAriaLabel("Stage");
        stages.setItems(Stage.values());
        stages.setItemLabelGenerator(Stage::label);
        stages.setVisible(withStages);
        stages.addValueChangeListener(change -> choose(filter.withStages(change.getValue())));
        location.addValueChangeListener(change -> choose(filter.withLocation(location.chosen())));
        owner.setPlaceholder("Every owner");
        owner.setAriaLabel("Owner");
        owner.setClearButtonVisible(true);
        owner.setItems(colleagues);
        owner.setItemLabelGenerator(StaffMember::fullName);
        owner.addValueChangeListener(change -> choose(filter.withOwner(
                change.getValue() == null ? null : change.getValue().id())));
        crisis.addValueChangeListener(change -> choose(filter.withCrisisHold(change.getValue())));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> showAll());
        add(stages, location, owner, crisis, clear);
    }

    void showAll() {
        show(LeadFilter.ALL);
        apply.accept(filter);
    }

    /** Puts the filter into the fields without applying it once more for each. */
    void show(LeadFilter wanted) {
        filter = wanted;
        reading = true;
        stages.setValue(wanted.stages());
        location.choose(each -> each.id().equals(wanted.location()));
        owner.setValue(owner.getListDataView()
                .getItems()
                .filter(each -> each.id().equals(wanted.owner()))
                .findFirst()
                .orElse(null));
        crisis.setValue(wanted.onCrisisHold());
        reading = false;
        clear.setVisible(!filter.equals(LeadFilter.ALL));
    }

    private void choose(LeadFilter wanted) {
        if (reading) {
            return;
        }
        filter = wanted;
        clear.setVisible(!filter.equals(LeadFilter.ALL));
        apply.accept(filter);
    }
}
