package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/**
 * Finds people, leads and screens from everywhere (Ctrl K). The entries are links: arrow keys go through them, Enter opens
 * one, and it can be opened in a tab of its own.
 */
class Palette extends Dialog {

    private static final int PATIENCE = 150;

    private final List<PaletteSource> sources;
    private final Nav found = new Nav();
    private final Span said = new Span();

    Palette(List<PaletteSource> sources) {
        this.sources = sources;
        addClassName("palette");
        setWidth("560px");
        getElement().setAttribute("aria-label", "Search");
        var words = new TextField();
        words.setPlaceholder("Name, phone, e-mail or screen");
        words.setAriaLabel("Search");
        words.setPrefixComponent(Icons.of("search"));
        words.setWidthFull();
        words.setMaxLength(200);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(PATIENCE);
        words.getElement().setAttribute("data-autofocus", "");
        words.getElement().setAttribute("data-palette-words", "");
        words.addValueChangeListener(change -> show(change.getValue().strip()));
        found.addClassName("palette-found");
        found.getElement().setAttribute("aria-label", "Found");
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        add(words, found, said);
        show("");
    }

    private void show(String words) {
        found.removeAll();
        var entries = sources.stream()
                .flatMap(source -> source.find(words).stream().limit(PaletteSource.MOST))
                .toList();
        var group = "";
        for (var entry : entries) {
            if (!entry.group().equals(group)) {
                group = entry.group();
                found.add(new H2(group));
            }
            found.add(link(entry));
        }
        if (entries.isEmpty()) {
            var nothing = new Div(new Span("Nothing found for \"" + words + "\" in your locations."));
            nothing.addClassName("palette-nothing");
            found.add(nothing);
        }
        found.getElement().setAttribute("data-words", words);
        said.setText(words.isEmpty() ? "" : entries.size() + " found");
    }

    private Component link(PaletteEntry entry) {
        var title = new Span(entry.title());
        title.addClassName("palette-title");
        var context = new Span(entry.context());
        context.addClassName("palette-context");
        var link = new Anchor("/" + entry.path(), "");
        link.add(Icons.of(entry.icon()), title, context);
        link.addClassName("palette-entry");
        link.setRouterIgnore(false);
        link.getElement().setAttribute("router-link", true);
        link.getElement().addEventListener("click", click -> close());
        return link;
    }
}
