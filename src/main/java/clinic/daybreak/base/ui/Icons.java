package clinic.daybreak.base.ui;

import com.vaadin.flow.component.icon.SvgIcon;

/** The one family of icons, each a file under {@code icons/}. Decoration beside text: hidden from screen readers. */
public final class Icons {

    private Icons() {}

    public static SvgIcon of(String name) {
        var icon = new SvgIcon("icons/" + name + ".svg");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
