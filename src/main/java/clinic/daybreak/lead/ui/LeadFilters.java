package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadFilter;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.location.LocationService;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffMember;
import clinic.daybreak.staff.StaffService;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;

/** The fields by which leads are chosen, on the list as on the board; what is chosen is in the address. */
class LeadFilters extends Div {

    private final MultiSelectComboBox<Stage> stages = new MultiSelectComboBox<>();
    private final LocationFilter location;
    private final ComboBox<StaffMember> owner = new ComboBox<>();
    private final Checkbox crisis = new Checkbox("Crisis hold");
    private final Button clear = new Button("Show all");
    private final String route;
    private final LocationService allLocations;
    private final Runnable changed;
    private LeadFilter filter = LeadFilter.ALL;
    private boolean reading;

    /**
     * @param route of the screen that they are on
     * @param withStages whether stages can be chosen: on the board they are the columns
     * @param changed what to do when others are wanted
     */
    LeadFilters(
            String route,
            boolean withStages,
            LocationService locations,
            StaffService staff,
            CurrentStaff current,
            Runnable changed) {
        this.route = route;
        this.allLocations = locations;
        this.location = new LocationFilter(current.locations());
        this.changed = changed;
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
        owner.setItems(staff.listColleagues(current.scope()));
        owner.setItemLabelGenerator(StaffMember::fullName);
        owner.addValueChangeListener(change -> choose(filter.withOwner(
                change.getValue() == null ? null : change.getValue().id())));
        crisis.addValueChangeListener(change -> choose(filter.withCrisisHold(change.getValue())));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(click -> showAll());
        add(stages, location, owner, crisis, clear);
    }

    LeadFilter filter() {
        return filter;
    }

    /** Takes what the address wants. */
    void read(BeforeEnterEvent event) {
        show(LeadQuery.read(event.getLocation().getQueryParameters(), allLocations));
    }

    void showAll() {
        show(LeadFilter.ALL);
        apply();
    }

    private void apply() {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(route, LeadQuery.write(filter, allLocations))));
        changed.run();
    }

    /** Puts the filter into the fields without applying it once more for each. */
    private void show(LeadFilter wanted) {
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
        apply();
    }
}
