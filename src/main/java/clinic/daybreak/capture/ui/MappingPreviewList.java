package clinic.daybreak.capture.ui;

import clinic.daybreak.capture.MappingPreview;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Which lead would come of what was mapped. */
class MappingPreviewList extends Div {

    MappingPreviewList(MappingPreview preview) {
        add(new H2("What would come of it"));
        if (!preview.problem().isEmpty()) {
            var problem = new Paragraph("It would wait in the inbox: " + preview.problem());
            problem.addClassName("fact-warning");
            add(problem);
        }
        var list = new DescriptionList();
        list.addClassName("inbox-given");
        fact(list, "Name", preview.name());
        fact(list, "E-mail", preview.email());
        fact(list, "Phone", preview.phone());
        fact(list, "Clinic", preview.location());
        fact(list, "Message", preview.message());
        add(list);
    }

    private static void fact(DescriptionList list, String name, String value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value.isBlank() ? "—" : value));
    }
}
