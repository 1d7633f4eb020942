package clinic.daybreak.demo.ui;

import clinic.daybreak.installation.Installation;
import clinic.daybreak.staff.ui.SignInNotice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** Names the demo accounts below the sign-in form, in a database that holds invented people only. */
@org.springframework.stereotype.Component
class DemoSignIns implements SignInNotice {

    private final Installation installation;

    DemoSignIns(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Optional<Component> create() {
        if (!installation.isDemo()) {
            return Optional.empty();
        }
        var accounts = new DescriptionList();
        account(accounts, "coordinator", "intake in Bakersfield");
        account(accounts, "coordinator2", "intake in Phoenix");
        account(accounts, "clinician", "clears patients, both clinics");
        account(accounts, "manager", "both clinics");
        account(accounts, "admin", "settings");
        var notice = new Div(
                new H2("Demo: sign in as one of these"),
                accounts,
                new Paragraph("The password of each is daybreak-demo."));
        notice.addClassName("demo-logins");
        return Optional.of(notice);
    }

    private static void account(DescriptionList list, String name, String what) {
        list.add(new Term(name), new Description(new Span(what)));
    }
}
