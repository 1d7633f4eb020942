package clinic.daybreak.lead.ui;

import clinic.daybreak.base.ui.FrameNotice;
import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.lead.NoteService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On every page of a colleague for whom somebody wrote a note, until they open the lead. */
@org.springframework.stereotype.Component
@Order(30)
class MentionNotice implements FrameNotice {

    private final NoteService notes;
    private final AuthenticationContext authentication;

    MentionNotice(NoteService notes, AuthenticationContext authentication) {
        this.notes = notes;
        this.authentication = authentication;
    }

    @Override
    public Optional<Component> create() {
        if (!authentication.isAuthenticated()) {
            return Optional.empty();
        }
        var mentions = notes.listMentions();
        if (mentions.isEmpty()) {
            return Optional.empty();
        }
        var newest = mentions.getFirst();
        var more = mentions.size() - 1;
        var notice = new Div(
                Icons.of("note"),
                new Span(newest.by() + " wrote a note for you"
                        + (more == 0 ? "." : ", and there " + (more == 1 ? "is 1 more." : "are " + more + " more."))),
                new Anchor(LeadNavigation.details(newest.lead()), "Open the lead"));
        notice.addClassNames("notice", "notice-next");
        notice.getElement().setAttribute("role", "status");
        return Optional.of(notice);
    }
}
