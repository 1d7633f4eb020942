package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The frame: the rail with the screens that the one signed in may open, search, who they are, and the notices of all
 * features. It knows no feature: screens name themselves by {@code @Menu}, the rest comes through the slots.
 */
@Layout
@AnonymousAllowed
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@JsModule("./daybreak.ts")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final int ON_PHONE = 5;

    private final List<FrameNotice> notices;
    private final List<PaletteSource> palette;
    private final FrameUser user;
    private final Div notice = new Div();
    private final Main content = new Main();
    private final List<RailLink> links = new ArrayList<>();

    MainLayout(List<FrameNotice> notices, List<PaletteSource> palette, FrameUser user, LiveUpdates live) {
        this.palette = palette;
        this.notices = notices;
        this.user = user;
        addClassName("frame");
        notice.addClassName("frame-notices");
        content.addClassName("frame-content");
        content.setId("content");
        add(skipLink(), rail(), topBar(), notice, content);
        live.watch(this, this::showNotices);
    }

    private static Anchor skipLink() {
        var skip = new Anchor("#content", "Skip to content");
        skip.addClassName("skip-link");
        return skip;
    }

    private Component rail() {
        var brand = new Div(Icons.of("sunrise"), new Span("Daybreak"));
        brand.addClassName("rail-brand");
        var rail = new Nav(brand);
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", "Screens");
        var screens = Screen.listAllowed();
        screens.forEach(screen -> {
            var link = new RailLink(screen);
            links.add(link);
            rail.add(link);
        });
        if (screens.size() > ON_PHONE) {
            links.subList(ON_PHONE - 1, links.size()).forEach(link -> link.addClassName("rail-more-link"));
            rail.add(more(screens.subList(ON_PHONE - 1, screens.size())));
        }
        return rail;
    }

    /** On a phone the bar at the bottom has room for five; the others are behind one button. */
    private static Component more(List<Screen> screens) {
        var menu = new MenuBar();
        menu.addClassName("rail-more");
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var item = menu.addItem(Icons.of("more"));
        item.setAriaLabel("More screens");
        screens.forEach(screen -> item.getSubMenu()
                .addItem(screen.title(), event -> UI.getCurrent().navigate(screen.path())));
        return menu;
    }

    private Component topBar() {
        var search = new Button("Name, phone or e-mail", Icons.of("search"), click -> new Palette(palette).open());
        search.addClassName("frame-search");
        search.setAriaLabel("Search people, leads and screens");
        search.setTooltipText("Ctrl K");
        search.getElement().setAttribute("data-palette", "");
        var keys = new Button("Keys", click -> showKeys());
        keys.addClassName("visually-hidden");
        keys.getElement().setAttribute("data-key", "?");
        keys.setTabIndex(-1);
        var bar = new Header(search, keys, userMenu());
        bar.addClassName("top-bar");
        return bar;
    }

    /** Asked of the browser, which knows what can be seen. */
    private void showKeys() {
        getElement().executeJs("""
                        return Object.fromEntries([...document.querySelectorAll('[data-key]')]
                            .filter((each) => each.dataset.key !== '?' && each.checkVisibility())
                            .map((each) => [each.dataset.key.split(' ')[0].toUpperCase(), (each.label || each.textContent).trim()]))
                        """).then(answer -> {
            var buttons = new LinkedHashMap<String, String>();
            answer.properties()
                    .forEach(each -> buttons.put(each.getKey(), each.getValue().asString()));
            new KeysDialog(buttons).open();
        });
    }

    private Component userMenu() {
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var name = new Span(user.fullName());
        name.addClassName("user-name");
        var role = new Span(user.role());
        role.addClassName("user-role");
        var label = new Div(name, role);
        label.addClassName("user-label");
        var item = menu.addItem(new Div(Icons.of("person"), label));
        item.setAriaLabel(user.fullName() + ", " + user.role());
        var choices = item.getSubMenu();
        choices.addItem("Light", event -> scheme(ColorScheme.Value.LIGHT));
        choices.addItem("Dark", event -> scheme(ColorScheme.Value.DARK));
        choices.addItem("As the system", event -> scheme(ColorScheme.Value.SYSTEM));
        choices.addSeparator();
        choices.addItem("Sign out", event -> user.signOut());
        return menu;
    }

    private static void scheme(ColorScheme.Value value) {
        UI.getCurrent().getPage().setColorScheme(value);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = event.getLocation().getPath();
        links.forEach(link -> link.show(path));
        showNotices();
    }

    /** Draws only what is different, so that a screen reader does not say it again with every change somewhere. */
    private void showNotices() {
        var wanted = notices.stream().flatMap(each -> each.create().stream()).toList();
        if (!markup(wanted).equals(markup(notice.getChildren().toList()))) {
            notice.removeAll();
            notice.add(wanted);
        }
    }

    private static List<String> markup(List<Component> components) {
        return components.stream()
                .map(component -> component.getElement().getOuterHTML())
                .toList();
    }

    /** One screen on the rail. */
    private static final class RailLink extends Div {

        private final String path;
        private final Anchor link;

        RailLink(Screen screen) {
            this.path = screen.path();
            this.link = new Anchor("/" + path, "");
            link.add(Icons.of(screen.icon()), new Span(screen.title()));
            link.setTitle(screen.title());
            link.setRouterIgnore(false);
            link.getElement().setAttribute("router-link", true);
            addClassName("rail-link");
            add(link);
        }

        void show(String current) {
            boolean here = path.isEmpty() ? current.isEmpty() : current.equals(path) || current.startsWith(path + "/");
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }
}
