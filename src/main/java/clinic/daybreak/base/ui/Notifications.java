package clinic.daybreak.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Short messages at the foot of the screen. What was refused stays until it is closed. */
public final class Notifications {

    private static final int MILLISECONDS = 4_000;
    private static final int UNDO_MILLISECONDS = 15_000;

    private Notifications() {}

    public static void done(String text) {
        var notification = new Notification(text, MILLISECONDS, Position.BOTTOM_CENTER);
        notification.open();
    }

    /** For what was done at once and can be taken back; stays long enough to be read and reached by keyboard. */
    public static void undoable(String text, Runnable undo) {
        var notification = new Notification();
        notification.setPosition(Position.BOTTOM_CENTER);
        notification.setDuration(UNDO_MILLISECONDS);
        var button = new Button("Undo", event -> {
            notification.close();
            undo.run();
        });
        var content = new Div(new Span(text), button);
        content.addClassName("notification-action");
        notification.add(content);
        notification.open();
    }

    public static void refused(String text) {
        var notification = new Notification();
        notification.setPosition(Position.BOTTOM_CENTER);
        notification.setAssertive(true);
        var close = new Button("Close", event -> notification.close());
        var content = new Div(new Span(text), close);
        content.addClassName("notification-action");
        notification.add(content);
        notification.open();
    }
}
