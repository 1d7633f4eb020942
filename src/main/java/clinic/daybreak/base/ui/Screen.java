package clinic.daybreak.base.ui;

import com.vaadin.flow.server.menu.MenuConfiguration;
import java.util.List;
import java.util.Objects;

/**
 * A screen that the one signed in may open.
 *
 * @param icon by the name that {@link Icons} knows
 * @param path as the router knows it, without a slash at its beginning
 */
record Screen(String title, String icon, String path) {

    /** In the order of the rail. */
    static List<Screen> listAllowed() {
        return MenuConfiguration.getMenuEntries().stream()
                .map(entry -> new Screen(
                        entry.title(),
                        Objects.requireNonNull(entry.icon()),
                        entry.path().replaceFirst("^/", "")))
                .toList();
    }
}
