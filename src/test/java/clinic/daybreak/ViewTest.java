package clinic.daybreak;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of a screen without a browser; the member of staff is named by {@code @WithUserDetails}. */
@IntegrationTest
public abstract class ViewTest extends SpringBrowserlessTest {

    public static final String COORDINATOR = "screens-coordinator";
    public static final String DESERT_COORDINATOR = "screens-desert";
    public static final String CLINICIAN = "screens-clinician";
    public static final String ADMIN = "screens-admin";
    public static final String MANAGER = "screens-manager";

    @Autowired
    protected ScreenData data;

    /** Goes to an address as a link does, with what stands behind the question mark. */
    protected void go(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
        roundTrip();
    }

    protected void go(String path) {
        go(path, "");
    }

    protected void press(String button) {
        test(find(Button.class).withText(button).last()).click();
    }

    protected boolean offers(String button) {
        return find(Button.class).withText(button).exists();
    }

    protected String title() {
        return find(H1.class).single().getText();
    }

    /** The heading of an empty state or an error page. */
    protected boolean says(String heading) {
        return find(H2.class).withText(heading).exists();
    }

    protected boolean isNotified(String text) {
        return find(Notification.class).all().stream()
                .anyMatch(notification -> text.equals(notification.getElement().getProperty("text"))
                        || notification.getElement().getTextRecursively().contains(text)
                        || notification
                                .getChildren()
                                .anyMatch(child ->
                                        child.getElement().getTextRecursively().contains(text)));
    }
}
