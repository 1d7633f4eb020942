package clinic.daybreak.base.ui;

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
        return Screen.listAllowed().stream()
                .filter(screen -> screen.title().toLowerCase(Locale.ROOT).contains(wanted))
                .map(screen -> new PaletteEntry("Screens", screen.icon(), screen.title(), "", screen.path()))
                .toList();
    }
}
