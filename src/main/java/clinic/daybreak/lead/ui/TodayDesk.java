package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.TodayEntry;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done with the entry that is chosen on Today, without leaving it; each with a key. Knows no service. */
class TodayDesk extends Div {

    /** What it asks for. */
    interface Actions {

        void logAttempt();

        void snooze();

        void open();

        /** @param by one down, or one up when negative */
        void step(int by);
    }

    private final Anchor name = new Anchor("", "");
    private final Span why = new Span();
    private final Div chosen = new Div(name, why);
    private final Button attempt;
    private final Button snooze;
    private final Button open;

    TodayDesk(Actions actions) {
        addClassName("today-desk");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "The chosen person");
        chosen.addClassName("today-chosen");
        name.addClassName("row-name");
        attempt = button("Log attempt", "a", actions::logAttempt);
        attempt.addThemeVariants(ButtonVariant.PRIMARY);
        snooze = button("Snooze", "s", actions::snooze);
        open = button("Open", "o", actions::open);
        var next = button("Next", "j arrowdown", () -> actions.step(1));
        var previous = button("Previous", "k arrowup", () -> actions.step(-1));
        next.addThemeVariants(ButtonVariant.TERTIARY);
        previous.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(attempt, snooze, open, next, previous);
        buttons.addClassName("today-buttons");
        add(chosen, buttons);
    }

    private static Button button(String label, String key, Runnable action) {
        var button = new Button(label, click -> action.run());
        button.getElement().setAttribute("data-key", key);
        button.setTooltipText("Key " + key.substring(0, 1).toUpperCase(Locale.ROOT));
        return button;
    }

    /** @param isOver whether a colleague has done it meanwhile */
    void show(@Nullable TodayEntry entry, @Nullable Why reason, boolean isOver) {
        chosen.setVisible(entry != null);
        attempt.setEnabled(entry != null && !isOver);
        snooze.setEnabled(entry != null && !isOver);
        open.setEnabled(entry != null);
        if (entry != null && reason != null) {
            name.setText(entry.lead().name());
            name.setHref(LeadNavigation.details(entry.lead().id()));
            why.setText(isOver ? "Taken care of meanwhile" : reason.text());
        }
    }
}
