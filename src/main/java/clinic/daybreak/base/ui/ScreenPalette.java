package clinic.daybreak.base.ui;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The screens that the one signed in may open, by any part of their names. */
@Component
@Order(100)
class ScreenPalette implements PaletteSource {

    @Override
    public List<PaletteEntry> find(String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> entry.title().toLowerCase(Locale.ROOT).contains(wanted))
                .map(ScreenPalette::entry)
                .toList();
    }

    private static PaletteEntry entry(MenuEntry entry) {
        return new PaletteEntry(
                "Screens", entry.icon(), entry.title(), "", entry.path().replaceFirst("^/", ""));
    }
}
