package clinic.daybreak.installation.ui;

import clinic.daybreak.base.ui.FrameNotice;
import clinic.daybreak.installation.Installation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** A database with invented people in it says so on every page, for good. */
@org.springframework.stereotype.Component
@Order(95)
class DemoNotice implements FrameNotice {

    private final Installation installation;

    DemoNotice(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Optional<Component> create() {
        if (!installation.isDemo()) {
            return Optional.empty();
        }
        var notice = new Div(new Span("Demo: all people here are invented. Do not enter real ones."));
        notice.addClassNames("notice", "notice-quiet");
        return Optional.of(notice);
    }
}
