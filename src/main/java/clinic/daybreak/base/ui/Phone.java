package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import java.util.function.Consumer;

/** Tells a screen whether it is shown on a phone, for what a stylesheet cannot change, such as the columns of a grid. */
public final class Phone {

    private static final int WIDTH = 760;

    private Phone() {}

    /** Calls back now and whenever the window crosses the width of a phone. */
    public static void adapt(Component screen, Consumer<Boolean> onPhone) {
        screen.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> onPhone.accept(details.getWindowInnerWidth() < WIDTH));
            var resizes = page.addBrowserWindowResizeListener(resize -> onPhone.accept(resize.getWidth() < WIDTH));
            screen.addDetachListener(detached -> {
                resizes.remove();
                detached.unregisterListener();
            });
        });
    }
}
