package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.Stage;
import com.vaadin.flow.component.UI;

/** Ways to the screens of leads, for everybody. */
public final class LeadNavigation {

    private LeadNavigation() {}

    public static void toDetails(LeadId lead) {
        UI.getCurrent().navigate("leads/" + lead);
    }

    /** The address of a lead's page. */
    public static String details(LeadId lead) {
        return "/leads/" + lead;
    }

    /** The address of the list of all leads in a stage. */
    public static String list(Stage stage) {
        return "/leads?stage=" + stage.name();
    }
}
