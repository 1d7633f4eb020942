package clinic.daybreak.capture.ui;

import clinic.daybreak.base.ui.Attempts;
import clinic.daybreak.base.ui.EmptyState;
import clinic.daybreak.base.ui.Times;
import clinic.daybreak.base.ui.ViewHeader;
import clinic.daybreak.capture.MappingService;
import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.capture.SourceKeys;
import clinic.daybreak.capture.SourceKind;
import clinic.daybreak.capture.SourceService;
import clinic.daybreak.location.LocationDetails;
import clinic.daybreak.staff.CurrentStaff;
import clinic.daybreak.staff.StaffRole;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** One way in: what its fields mean, how to connect it, and what other features know of it. */
@Route("settings/sources/:code")
@PageTitle("Way in · Daybreak")
@RolesAllowed({"MANAGER", "ADMIN"})
class SourceDetailsView extends Div implements BeforeEnterObserver {

    private final SourceService sources;
    private final SourceKeys keys;
    private final MappingService mappings;
    private final List<SourcePanel> panels;
    private final List<LocationDetails> locations;
    private final boolean mayChange;
    private final Clock clock;

    SourceDetailsView(
            SourceService sources,
            SourceKeys keys,
            MappingService mappings,
            List<SourcePanel> panels,
            CurrentStaff current,
            Clock clock) {
        this.sources = sources;
        this.keys = keys;
        this.mappings = mappings;
        this.panels = panels;
        this.locations = current.locations();
        this.mayChange = current.get().isAnyOf(StaffRole.ADMIN);
        this.clock = clock;
        addClassNames("view", "source-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        sources.list().stream()
                .filter(source -> source.code().equals(code))
                .findFirst()
                .ifPresentOrElse(this::show, this::showNothing);
    }

    private void showNothing() {
        removeAll();
        add(new EmptyState(
                "This way in is not here",
                "It may have been revoked, or it belongs to another clinic.",
                new Anchor(SourceNavigation.LIST, "All ways in")));
    }

    private void show(SourceDetails source) {
        removeAll();
        var header = mayChange && source.kind().hasKey()
                ? new ViewHeader(source.name(), new SourceActions(source, sources, keys))
                : new ViewHeader(source.name());
        header.setContext(source.kind().label() + " · " + source.code() + " · " + used(source));
        var aside = new Aside();
        aside.addClassName("source-aside");
        panels.forEach(panel -> panel.create(source).ifPresent(aside::add));
        if (source.kind() != SourceKind.CONTACT_PAGE) {
            aside.add(place(source));
        }
        aside.add(connect(source));
        var columns = new Div(fields(source), aside);
        columns.addClassName("source-columns");
        add(header, columns);
    }

    private String used(SourceDetails source) {
        return source.lastUsedAt() == null
                ? "never used"
                : "last used " + Times.relativeText(source.lastUsedAt(), clock.instant(), zone());
    }

    private Component fields(SourceDetails source) {
        if (source.kind() == SourceKind.CONTACT_PAGE) {
            return new EmptyState("There is nothing to map", "The contact page is Daybreak's own and uses its names.");
        }
        return mappings.draft(source.id())
                .<Component>map(draft ->
                        new FieldMappingForm(draft, mappings, mayChange, zone(), () -> show(sources.get(source.id()))))
                .orElseGet(() -> new EmptyState(
                        "Nothing has come yet",
                        "Once it is connected and one entry was sent, its fields stand here beside ours. "
                                + ConnectWords.of(source.kind())));
    }

    private Component place(SourceDetails source) {
        var panel = new Div(new H2("Clinic"));
        panel.addClassName("panel");
        var select = new LocationSelect(locations);
        select.choose(source.location());
        select.setReadOnly(!mayChange);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Attempts.attempt(() -> sources.send(source.id(), select.chosen()), "Saved.");
            }
        });
        panel.add(select);
        return panel;
    }

    private static Component connect(SourceDetails source) {
        var panel = new Div(new H2("How to connect it"), new Paragraph(ConnectWords.of(source.kind())));
        panel.addClassName("panel");
        return panel;
    }

    private ZoneId zone() {
        return locations.stream().findFirst().<ZoneId>map(LocationDetails::zone).orElse(ZoneOffset.UTC);
    }
}
