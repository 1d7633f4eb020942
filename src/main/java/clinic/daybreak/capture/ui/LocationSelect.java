package clinic.daybreak.capture.ui;

import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.location.LocationId;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where enquiries of a way in go that name no clinic. */
class LocationSelect extends Select<LocationDetails> {

    private final List<LocationDetails> locations;

    LocationSelect(List<LocationDetails> locations) {
        this.locations = locations;
        setLabel("Clinic of enquiries that name none");
        setItems(locations);
        setItemLabelGenerator(location -> location == null ? "None: a human decides" : location.name());
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption("None: a human decides");
        setWidthFull();
    }

    void choose(@Nullable LocationId wanted) {
        setValue(locations.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElse(null));
    }

    @Nullable
    LocationId chosen() {
        return getValue() == null ? null : getValue().id();
    }
}
