package clinic.daybreak.lead.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Predicate;

/** Asks for the words that an action needs. Knows no service; stays open when the answer is refused. */
class WordsDialog extends Dialog {

    /**
     * @param title also the words of the button
     * @param save returns whether it was done
     */
    WordsDialog(String title, String meaning, String label, int length, Predicate<String> save) {
        setHeaderTitle(title);
        setWidth("440px");
        var words = new TextArea(label);
        words.setMaxLength(length);
        words.setWidthFull();
        words.setMinRows(3);
        words.setRequiredIndicatorVisible(true);
        words.getElement().setAttribute("data-autofocus", "");
        var content = new Div(new Paragraph(meaning), words);
        content.addClassName("dialog-form");
        add(content);
        var done = new Button(title, click -> {
            if (words.getValue().isBlank()) {
                words.setErrorMessage("Write it in a few words");
                words.setInvalid(true);
            } else if (save.test(words.getValue())) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }
}
