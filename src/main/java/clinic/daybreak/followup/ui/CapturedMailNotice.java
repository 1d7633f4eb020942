package clinic.daybreak.followup.ui;

import clinic.daybreak.base.ui.FrameNotice;
import clinic.daybreak.followup.MessageService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Says on every page that no mail leaves the house, so that nobody waits for an answer to one. */
@org.springframework.stereotype.Component
@Order(90)
class CapturedMailNotice implements FrameNotice {

    private final MessageService messages;
    private final AuthenticationContext authentication;

    CapturedMailNotice(MessageService messages, AuthenticationContext authentication) {
        this.messages = messages;
        this.authentication = authentication;
    }

    @Override
    public Optional<Component> create() {
        if (!authentication.isAuthenticated() || !messages.isCaptured()) {
            return Optional.empty();
        }
        var notice = new Div(
                new Span("No mail server is set up: mail is captured, not sent."),
                new Anchor("/automation", "Read it in the outbox"));
        notice.addClassNames("notice", "notice-quiet");
        return Optional.of(notice);
    }
}
