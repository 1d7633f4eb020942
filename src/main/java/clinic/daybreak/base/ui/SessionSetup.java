package clinic.daybreak.base.ui;

import clinic.daybreak.base.Failures;
import clinic.daybreak.base.RefusedException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What is said when an action fails unexpectedly, a session has ended or the connection is lost. */
@Component
class SessionSetup implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(init -> init.getSession().setErrorHandler(SessionSetup::show));
        service.setSystemMessagesProvider(info -> {
            var messages = new CustomizedSystemMessages();
            messages.setSessionExpiredCaption("You were signed out");
            messages.setSessionExpiredMessage(
                    "Nobody used this page for a while. Click here or press ESC to sign in again.");
            messages.setSessionExpiredNotificationEnabled(true);
            messages.setInternalErrorCaption("Something went wrong");
            messages.setInternalErrorMessage(
                    "Please note what you did. Click here or press ESC to load the page again.");
            messages.setCookiesDisabledCaption("Cookies are switched off");
            messages.setCookiesDisabledMessage("Daybreak needs them to know who you are. Allow them, then load again.");
            return messages;
        });
        event.getSource().addUIInitListener(init -> {
            var reconnect = init.getUI().getReconnectDialogConfiguration();
            reconnect.setDialogText("The connection is lost. Trying to get it back; what you typed is kept.");
            reconnect.setDialogTextGaveUp(
                    "The connection could not be restored. Load the page again when you are online.");
        });
    }

    private static void show(ErrorEvent event) {
        var cause = event.getThrowable();
        if (cause instanceof RefusedException refused) {
            Notifications.refused(refused.sentence());
            return;
        }
        var reference = Failures.log(cause);
        if (UI.getCurrent() != null) {
            Notifications.refused("Something went wrong and nothing was saved by this step."
                    + " Try again; if it happens once more, tell your administrator the number " + reference + ".");
        }
    }
}
