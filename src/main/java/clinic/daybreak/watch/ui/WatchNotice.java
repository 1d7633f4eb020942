package clinic.daybreak.watch.ui;

import clinic.daybreak.base.ui.FrameNotice;
import clinic.daybreak.base.ui.Icons;
import clinic.daybreak.capture.ui.SourceNavigation;
import clinic.daybreak.watch.OpenAlert;
import clinic.daybreak.watch.WatchService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On every page of managers and administrators while something is wrong with a way in. */
@org.springframework.stereotype.Component
@Order(20)
class WatchNotice implements FrameNotice {

    private final WatchService watch;
    private final AuthenticationContext authentication;

    WatchNotice(WatchService watch, AuthenticationContext authentication) {
        this.watch = watch;
        this.authentication = authentication;
    }

    @Override
    public Optional<Component> create() {
        if (!authentication.hasAnyRole("MANAGER", "ADMIN")) {
            return Optional.empty();
        }
        var open = watch.openAlerts();
        return open.isEmpty() ? Optional.empty() : Optional.of(notice(open.getFirst(), open.size()));
    }

    private static Component notice(OpenAlert first, int count) {
        var text = count == 1 ? words(first) : count + " things are wrong with the ways in. " + words(first);
        var link = first.source() != null && count == 1
                ? new Anchor(SourceNavigation.details(first.source()), "Look at it")
                : new Anchor(SourceNavigation.LIST, "Look at the ways in");
        var notice = new Div(Icons.of("alert"), new Span(text), link);
        notice.addClassNames("notice", "notice-late");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private static String words(OpenAlert alert) {
        return alert.source() == null ? alert.words() : alert.source().name() + ": " + alert.words();
    }
}
