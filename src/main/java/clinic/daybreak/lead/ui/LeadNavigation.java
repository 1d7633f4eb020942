package clinic.daybreak.lead.ui;

import clinic.daybreak.lead.LeadId;
import clinic.daybreak.lead.MergeKind;
import clinic.daybreak.lead.Stage;
import clinic.daybreak.lead.TeamLoad;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

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

    static void toMerge(LeadId lead, LeadId other) {
        UI.getCurrent().navigate("leads/" + lead + "/merge/" + other);
    }

    /** The address of two leads side by side. */
    static String merge(LeadId lead, LeadId other, MergeKind kind) {
        return "/leads/" + lead + "/merge/" + other + "?as=" + (kind == MergeKind.ONE_ENQUIRY ? "enquiry" : "person");
    }

    /** The address of the list of all leads in a stage. */
    public static String list(Stage stage) {
        return "/leads?stage=" + stage.name();
    }

    /** The address of what a colleague has, or of what nobody owns. */
    static String href(TeamLoad load) {
        return load.colleague() == null
                ? "/?whose=nobody"
                : "/leads?owner=" + load.colleague().member().id();
    }

    static void to(TeamLoad load) {
        if (load.colleague() == null) {
            UI.getCurrent().navigate("", QueryParameters.of("whose", "nobody"));
        } else {
            UI.getCurrent()
                    .navigate(
                            "leads",
                            QueryParameters.of(
                                    "owner", load.colleague().member().id().toString()));
        }
    }
}
