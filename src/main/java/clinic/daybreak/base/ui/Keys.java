package clinic.daybreak.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.Command;

/** Keys that finish what somebody typed. What was typed last is with the server before the key counts. */
public final class Keys {

    private Keys() {}

    /** Ctrl and Enter press the button, for dialogs in whose fields Enter begins a new line. */
    public static void pressByCtrlEnter(Button button) {
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        button.setTooltipText("Ctrl Enter");
    }

    /** Enter presses the button, wherever on the screen. */
    public static void pressByEnter(Button button) {
        button.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    }

    /** Enter saves and Escape leaves, inside of a small form alone. */
    public static void within(Component form, Command save, Command leave) {
        Shortcuts.addShortcutListener(form, save, Key.ENTER).listenOn(form).resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(form, leave, Key.ESCAPE).listenOn(form);
    }
}
