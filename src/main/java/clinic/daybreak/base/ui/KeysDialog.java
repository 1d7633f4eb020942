package clinic.daybreak.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of the screen that is open: those of everywhere, and those of the buttons that can be seen. */
class KeysDialog extends Dialog {

    /**
     * @param buttons what the buttons in sight say, by their key
     */
    KeysDialog(Map<String, String> buttons) {
        setHeaderTitle("Keys");
        setWidth("420px");
        var keys = new LinkedHashMap<String, String>();
        keys.put("Ctrl K", "Search people, leads and screens");
        keys.put("?", "Show these keys");
        keys.put("Esc", "Close what is open");
        keys.put("Ctrl Enter", "Save in a dialog");
        buttons.forEach(keys::putIfAbsent);
        var list = new DescriptionList();
        list.addClassName("keys");
        keys.forEach((key, what) -> {
            var cap = new Span(key);
            cap.addClassName("key");
            list.add(new Term(cap), new Description(what));
        });
        add(list);
        var close = new Button("Close", click -> close());
        close.getElement().setAttribute("data-autofocus", "");
        getFooter().add(close);
    }
}
