package clinic.daybreak.staff.ui;

import clinic.daybreak.base.ui.Keys;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Predicate;

/** Covers a screen that nobody used, until the one signed in says their password; the work stays behind it as it was. */
class LockDialog extends Dialog {

    private static final int TRIES = 5;

    private final PasswordField password = new PasswordField("Password");
    private int wrong;

    /** Makes one for each screen of a session. */
    @FunctionalInterface
    interface Maker {
        LockDialog make();
    }

    /**
     * @param fullName whose session it is
     * @param unlock returns whether the password was right
     * @param signOut after too many wrong ones, and for somebody else who wants to sign in
     */
    LockDialog(String fullName, Predicate<String> unlock, Runnable signOut) {
        setHeaderTitle("Locked");
        setWidth("380px");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        addClassName("lock");
        password.setWidthFull();
        password.getElement().setAttribute("data-autofocus", "");
        var content = new Div(
                new Paragraph("Nobody used this screen for a while. What " + fullName
                        + " was doing is behind this, as it was left."),
                password);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button("Unlock", click -> {
            if (!unlock.test(password.getValue())) {
                refuse(signOut);
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        Keys.pressByEnter(done);
        getFooter().add(new Button("Sign out", click -> signOut.run()), done);
        setOpened(true);
    }

    private void refuse(Runnable signOut) {
        wrong++;
        if (wrong >= TRIES) {
            signOut.run();
        }
        password.clear();
        password.setErrorMessage("That did not work. Try again.");
        password.setInvalid(true);
        password.focus();
    }

    void uncover() {
        close();
        removeFromParent();
    }
}
