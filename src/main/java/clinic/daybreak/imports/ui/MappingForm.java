package clinic.daybreak.imports.ui;

import clinic.daybreak.capture.SourceDetails;
import clinic.daybreak.imports.ColumnUse;
import clinic.daybreak.imports.DateFormat;
import clinic.daybreak.imports.ImportColumn;
import clinic.daybreak.imports.ImportDetails;
import clinic.daybreak.imports.ImportSettings;
import clinic.daybreak.location.LocationDetails;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is made of each column, and what holds for the whole file. Tells of every change. */
class MappingForm extends Div {

    private final List<ColumnRow> rows = new ArrayList<>();
    private final Select<LocationDetails> location = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>("Time zone of times without one");
    private final ComboBox<String> region = new ComboBox<>("Country of telephones without one");
    private final Select<SourceDetails> source = new Select<>();
    private final Runnable changed;

    MappingForm(ImportDetails run, List<LocationDetails> locations, List<SourceDetails> sources, Runnable changed) {
        this.changed = changed;
        addClassName("mapping-form");
        var settings = run.settings();
        var columns = new Div();
        columns.addClassName("mapping-columns");
        for (var column : run.columns()) {
            var row = new ColumnRow(column, settings.of(column.name()));
            rows.add(row);
            columns.add(row);
        }
        configureLocation(settings, locations);
        configureSource(settings, sources);
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(settings.zone());
        zone.addValueChangeListener(event -> changed.run());
        region.setItems(List.of(Locale.getISOCountries()));
        region.setItemLabelGenerator(MappingForm::country);
        region.setValue(settings.region());
        region.addValueChangeListener(event -> changed.run());
        var file = new Div(location, zone, region, source);
        file.addClassName("mapping-file");
        add(new H2("The file"), file, new H2("Its columns"), columns);
    }

    private void configureLocation(ImportSettings settings, List<LocationDetails> locations) {
        location.setLabel("Location of rows that name none");
        location.setItems(locations);
        location.setItemLabelGenerator(each -> each == null ? "None" : each.name());
        location.setEmptySelectionAllowed(true);
        location.setEmptySelectionCaption("None: such rows are refused");
        location.setPlaceholder("None: such rows are refused");
        locations.stream()
                .filter(each -> each.id().equals(settings.location()))
                .findFirst()
                .ifPresent(location::setValue);
        location.addValueChangeListener(event -> changed.run());
    }

    private void configureSource(ImportSettings settings, List<SourceDetails> sources) {
        source.setLabel("Source");
        source.setHelperText("An entry that a source has delivered before is skipped");
        source.setItems(sources);
        source.setItemLabelGenerator(each -> each == null ? "" : each.name());
        source.setEmptySelectionAllowed(true);
        source.setEmptySelectionCaption("One of this file's own");
        source.setPlaceholder("One of this file's own");
        sources.stream()
                .filter(each -> each.id().equals(settings.source()))
                .findFirst()
                .ifPresent(source::setValue);
        source.addValueChangeListener(event -> changed.run());
    }

    private static String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.US);
    }

    ImportSettings read(ImportSettings before) {
        var columns = new LinkedHashMap<String, ColumnUse>();
        rows.forEach(row -> columns.put(row.column.name(), row.use()));
        return new ImportSettings(
                columns,
                zone.getValue() == null ? before.zone() : zone.getValue(),
                region.getValue() == null ? before.region() : region.getValue(),
                location.getValue() == null ? null : location.getValue().id(),
                source.getValue() == null ? null : source.getValue().id());
    }

    /** One column of the file. */
    private final class ColumnRow extends Div {

        private final ImportColumn column;
        private final ComboBox<String> target = new ComboBox<>();
        private final Select<DateFormat> format = new Select<>();
        private final Span undecided = new Span();

        ColumnRow(ImportColumn column, ColumnUse use) {
            this.column = column;
            addClassName("mapping-column");
            var name = new Span(column.name());
            name.addClassName("mapping-name");
            target.setAriaLabel("What \"" + column.name() + "\" is");
            target.setItems(ColumnUse.TARGETS.keySet());
            target.setItemLabelGenerator(ColumnUse.TARGETS::get);
            target.setValue(use.target());
            format.setAriaLabel("How the dates of \"" + column.name() + "\" are written");
            format.setPlaceholder("Choose the format");
            format.setItems(column.formats().stream().sorted().toList());
            format.setItemLabelGenerator(this::label);
            format.setValue(use.format());
            undecided.addClassName("fact-problem");
            show();
            target.addValueChangeListener(event -> {
                if (event.getValue() == null) {
                    target.setValue(ColumnUse.KEEP);
                    return;
                }
                format.setValue(
                        column.formats().size() == 1
                                ? column.formats().iterator().next()
                                : null);
                show();
                changed.run();
            });
            format.addValueChangeListener(event -> {
                show();
                changed.run();
            });
            add(name, target, format, undecided);
        }

        private String label(@Nullable DateFormat each) {
            if (each == null || column.example() == null) {
                return "";
            }
            return each.label() + ": " + column.example() + " is "
                    + each.spoken(column.example()).orElse("");
        }

        private void show() {
            boolean isDate = use().isDate();
            format.setVisible(isDate && !column.formats().isEmpty());
            undecided.setVisible(isDate && use().format() == null);
            undecided.setText(
                    column.formats().isEmpty()
                            ? "No dates that can be read in one way. Keep the column as an answer."
                            : "These dates can be read in more than one way. Choose how they are meant.");
        }

        ColumnUse use() {
            var what = new ColumnUse(target.getValue() == null ? ColumnUse.KEEP : target.getValue(), null);
            return what.isDate() ? new ColumnUse(what.target(), format.getValue()) : what;
        }
    }
}
