package clinic.daybreak.lead.ui;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses one of the locations of the one who looks, or none for all; not shown where there is nothing to choose. */
public class LocationFilter extends ComboBox<LocationDetails> {

    private final List<LocationDetails> locations;

    public LocationFilter(List<LocationDetails> locations) {
        this.locations = locations;
        setPlaceholder("Every location");
        setAriaLabel("Location");
        setClearButtonVisible(true);
        setItems(locations);
        setItemLabelGenerator(LocationDetails::name);
        setVisible(locations.size() > 1);
    }

    /** Chooses the first that fits, or none. */
    public void choose(Predicate<LocationDetails> wanted) {
        setValue(locations.stream().filter(wanted).findFirst().orElse(null));
    }

    public @Nullable LocationId chosen() {
        return getValue() == null ? null : getValue().id();
    }
}
